using Listening.Measuring;
using Listening.Storing;
using Listening.Web.Dashboards;

namespace Listening.Web.Streaming;

/// <summary>Evaluates what is looked at, when <see cref="TileSchedule"/> says, for all viewers of a tile at once. What nobody looks at is not evaluated.</summary>
public sealed partial class TileBroadcast(
    TileBoard board, TileReadings readings, DashboardFolder folder, Revisions revisions, TimeProvider time, ILogger<TileBroadcast> logger)
    : BackgroundService
{
    private const int AtOnce = 2;
    private readonly TileSchedule schedule = new(time);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => EvaluateInTurnAsync(stoppingToken)));

    // One tile after the other, each chosen when there is time for it: what became due meanwhile may come before.
    private async Task EvaluateInTurnAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var known = revisions.Current;
            if (schedule.Take(board.Topics, known) is { } topic) await EvaluateAsync(topic, cancellationToken);
            else await ChangeAsync(known, cancellationToken);
        }
    }

    // Until the facts move or the next tile is due.
    private async Task ChangeAsync(long known, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(revisions.WaitAsync(known, ended.Token), Task.Delay(schedule.Next(board.Topics, known), time, ended.Token));
        await ended.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task EvaluateAsync(TileTopic topic, CancellationToken cancellationToken)
    {
        var (revision, began, started) = (revisions.Current, time.GetUtcNow(), time.GetTimestamp());
        try
        {
            if (folder.Find(topic.Dashboard)?.Tiles.FirstOrDefault(tile => tile.Id == topic.Tile) is not { } tile) return;
            var answer = await readings.ReadAsync(topic, tile, cancellationToken);
            board.Publish(topic, new TileEvent(tile.Id, answer.Revision, answer));
        }
        catch (Exception exception) when (exception is MetricQuestionException or StoreQueryException)
        {
            LogFailure(logger, exception, topic.Dashboard, topic.Tile);
            board.Publish(topic, new TileEvent(topic.Tile, revisions.Current, null, exception is MetricQuestionException ? exception.Message : "The store cannot answer now."));
        }
        finally
        {
            schedule.Evaluated(topic, revision, began, time.GetElapsedTime(started));
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "Tile {Tile} of {Dashboard} could not be evaluated")]
    private static partial void LogFailure(ILogger logger, Exception exception, string dashboard, string tile);
}
