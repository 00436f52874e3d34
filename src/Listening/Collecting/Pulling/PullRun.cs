namespace Listening.Collecting.Pulling;

/// <summary>
/// Pulls one listing: reads a page, stores it, saves the cursor, until the listing or the budget ends. The watermark never passes a post that is not stored; a run
/// that is cut short anywhere is continued by the next.
/// </summary>
public sealed class PullRun(ISourceReader reader, IPullStore store, TimeProvider time)
{
    /// <summary>
    /// Runs one listing from its cursor. Failures of source and network are in the report; what the stores throw is thrown, and the cursor is then that of the
    /// last page that was stored.
    /// </summary>
    public async Task<PullReport> RunAsync(SourceStream stream, SourceCursor cursor, PullBudget budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(cursor);
        ArgumentNullException.ThrowIfNull(budget);
        using var late = new CancellationTokenSource(budget.Time > TimeSpan.Zero ? budget.Time : TimeSpan.Zero, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var intake = new PageIntake(stream, store, time, cursor.Completed);
        try
        {
            var pages = new PageSource(reader, budget.Pages, intake);
            var end = stream.Direction == PageDirection.Backward
                ? await new BackwardPull(stream, pages, intake, store, budget, time).RunAsync(cursor, ended.Token)
                : await new ForwardPull(stream, pages, intake, store, time).RunAsync(cursor, ended.Token);
            return intake.Report with { Failure = end, Cut = pages.Spent && end is null };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return intake.Report with { Cut = true };
        }
    }
}
