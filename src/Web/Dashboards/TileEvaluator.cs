using Listening.Measuring;

namespace Listening.Web.Dashboards;

/// <summary>Asks what a tile asks: the dashboard's period, filter and brand, with what the tile says on top.</summary>
public sealed class TileEvaluator(IMetrics metrics, TimeProvider time)
{
    /// <summary>The tile's answers. Throws <see cref="MetricQuestionException"/> when the question cannot be asked.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="dashboard">The dashboard's question; its metric is not looked at.</param>
    /// <param name="cancellationToken">Gives the questions up.</param>
    public async Task<TileAnswer> EvaluateAsync(TileDefinition tile, MetricQuestion dashboard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tile);
        var started = time.GetTimestamp();
        var answers = new Dictionary<string, MetricAnswer>(StringComparer.Ordinal);
        foreach (var request in tile.Metrics)
            answers[request.Id] = await metrics.AnswerAsync(TileQuestion.Of(request, dashboard), cancellationToken);
        return new(
            tile.Id,
            answers,
            dashboard.AsOf,
            answers.Values.Select(answer => answer.Revision).DefaultIfEmpty().Max(),
            time.GetElapsedTime(started).TotalMilliseconds);
    }
}
