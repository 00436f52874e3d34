using System.Diagnostics.Metrics;
using Listening.Measuring;
using Listening.Telemetry;

namespace Listening.Web.Dashboards;

/// <summary>Asks what a tile asks: the dashboard's period, filter and brand, with what the tile says on top.</summary>
public sealed class TileEvaluator(IMetrics metrics, TimeProvider time)
{
    private static readonly Histogram<double> Duration = ListeningMeter.Seconds("listening.tile.duration", "How long a tile's answers take, together.");
    private static readonly FewNames Tiles = new(100);

    /// <summary>The tile's answers. Throws <see cref="MetricQuestionException"/> when the question cannot be asked.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="dashboard">The dashboard's question; its metric is not looked at.</param>
    /// <param name="cancellationToken">Gives the questions up.</param>
    public async Task<TileAnswer> EvaluateAsync(TileDefinition tile, MetricQuestion dashboard, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tile);
        var started = time.GetTimestamp();
        var asked = TileQuestion.In(tile.Period, dashboard);
        var read = await metrics.AnswerAsync([.. tile.Metrics.Select(request => TileQuestion.Of(request, asked))], cancellationToken);
        var answers = tile.Metrics.Zip(read).ToDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal);
        Duration.Record(time.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("tile", Tiles.Of(tile.Id)));
        return new(
            tile.Id,
            answers,
            dashboard.AsOf,
            answers.Values.Select(answer => answer.Revision).DefaultIfEmpty().Max(),
            time.GetElapsedTime(started).TotalMilliseconds);
    }
}
