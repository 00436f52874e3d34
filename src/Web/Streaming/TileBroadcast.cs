using Listening.Measuring;
using Listening.Storing;
using Listening.Web.Dashboards;
using Listening.Web.Measuring;

namespace Listening.Web.Streaming;

/// <summary>
/// Evaluates what is looked at: once a second at the most when facts change, for all viewers of a tile at once, and every few seconds
/// when they do not, because ages grow by themselves.
/// </summary>
public sealed partial class TileBroadcast(
    TileBoard board, TileEvaluator evaluator, DashboardFolder folder, Reporting reporting, Revisions revisions, TimeProvider time, ILogger<TileBroadcast> logger)
    : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = revisions.Current;
        while (!stoppingToken.IsCancellationRequested)
        {
            known = await NextAsync(known, stoppingToken);
            var started = time.GetTimestamp();
            await Parallel.ForEachAsync(board.Topics, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = stoppingToken }, EvaluateAsync);
            var rest = Shortest - time.GetElapsedTime(started);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, time, stoppingToken);
        }
    }

    private async Task<long> NextAsync(long known, CancellationToken cancellationToken)
    {
        using var ageing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var change = revisions.WaitAsync(known, ageing.Token);
        var first = await Task.WhenAny(change, Task.Delay(Longest, time, cancellationToken));
        await ageing.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return first == change ? await change : known;
    }

    private async ValueTask EvaluateAsync(TileTopic topic, CancellationToken cancellationToken)
    {
        if (folder.Find(topic.Dashboard)?.Tiles.FirstOrDefault(tile => tile.Id == topic.Tile) is not { } tile) return;
        try
        {
            var question = topic.Parameters.Ask("", reporting, time.GetUtcNow(), topic.Sight);
            var answer = await evaluator.EvaluateAsync(tile, question, cancellationToken);
            board.Publish(topic, new TileEvent(tile.Id, answer.Revision, answer));
        }
        catch (Exception exception) when (exception is MetricQuestionException or StoreQueryException)
        {
            LogFailure(logger, exception, topic.Dashboard, topic.Tile);
            board.Publish(topic, new TileEvent(tile.Id, revisions.Current, null, exception is MetricQuestionException ? exception.Message : "The store cannot answer now."));
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "Tile {Tile} of {Dashboard} could not be evaluated")]
    private static partial void LogFailure(ILogger logger, Exception exception, string dashboard, string tile);
}
