using Listening.Access;
using Microsoft.Extensions.Logging;

namespace Listening.Collecting.Pulling;

/// <summary>Pulls a configured source once: all its listings, within one budget, and writes down how it went.</summary>
public sealed partial class SourcePuller(
    ISourceList sources, ISourceStates states, ISourceCursors cursors, SourceOpening opening, CollectingPipeline pipeline, IRateWatch rates, TimeProvider time,
    ILogger<SourcePuller> logger)
{
    /// <summary>
    /// Pulls it; null when it is gone or paused or is to be left alone for now. With <paramref name="now"/> only a source's own limit holds it back. What the source does
    /// wrong is in the report and the state; what the stores throw is thrown.
    /// </summary>
    public async Task<PullReport?> PullAsync(Guid id, bool now, CancellationToken cancellationToken)
    {
        if (await sources.FindAsync(id, cancellationToken) is not { } source || (source.Paused && !now)) return null;
        var state = await states.ReadAsync(id, cancellationToken);
        if (IsToBeLeftAlone(state, now)) return null;
        var began = time.GetUtcNow();
        var (report, budget) = await rates.WatchAsync(() => RunAsync(source, cancellationToken));
        var after = After(state, report, source, began) with { Budget = budget };
        await states.WriteAsync(id, after, cancellationToken);
        Log(source, report, after);
        return report;
    }

    private bool IsToBeLeftAlone(SourceState state, bool now)
    {
        if (state.NotBefore > time.GetUtcNow() && (!now || state.Failure is FailureKind.RateLimited or FailureKind.BudgetSpent)) return true;
        return state.Stopped && !now;
    }

    private async Task<PullReport> RunAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        try
        {
            var reader = await opening.OpenAsync(source.Name, source.Kind, source.Values, cancellationToken);
            return await RunAsync(source, reader, cancellationToken);
        }
        catch (SourceSettingsException fault)
        {
            return new() { Failure = new(FailureKind.Misconfigured, fault.Message) };
        }
        catch (SecretUnreadableException fault)
        {
            return new() { Failure = new(FailureKind.Unauthorised, fault.Message) };
        }
    }

    private async Task<PullReport> RunAsync(ConfiguredSource source, ISourceReader reader, CancellationToken cancellationToken)
    {
        var (budget, began, report) = (new PullBudget(), time.GetUtcNow(), new PullReport());
        var run = new PullRun(new CarefulReader(reader, fault => LogFault(source.Name, fault)), new PullStore(source.Id, pipeline, cursors), time);
        foreach (var stream in reader.Streams)
        {
            var left = budget with { Pages = budget.Pages - report.Pages, Time = budget.Time - (time.GetUtcNow() - began) };
            if (left.Pages <= 0 || left.Time <= TimeSpan.Zero) return report with { Cut = true };
            var one = await run.RunAsync(stream, await cursors.ReadAsync(source.Id, stream.Name, cancellationToken), left, cancellationToken);
            report = report.Then(one);
            // What concerns the credential or the host concerns the other listings too.
            if (one.Failure is { Kind: not (FailureKind.Misconfigured or FailureKind.Unreadable or FailureKind.Gone) }) break;
        }

        return report;
    }

    private static SourceState After(SourceState before, PullReport report, ConfiguredSource source, DateTimeOffset began)
    {
        var failures = report.Failure is null ? 0 : before.Failures + 1;
        return before with
        {
            Tried = began,
            Succeeded = report.Failure is null ? began : before.Succeeded,
            // Where a run was cut short, older posts may still be missing.
            Complete = report is { Failure: null, Cut: false } ? began : before.Complete,
            NotBefore = report.Failure is null ? null : RetryDelay.After(report.Failure, failures, source.Id, began),
            Failure = report.Failure?.Kind,
            Reason = report.Failure?.Reason,
            Failures = failures,
            Stopped = report.Failure?.Kind == FailureKind.Gone,
            Behind = report.Cut,
            Accepted = before.Accepted + report.Receipt.Accepted + report.Receipt.Updated,
            Duplicates = before.Duplicates + report.Receipt.Duplicates + report.Repeated,
            Rejected = before.Rejected + report.Rejected,
            Newest = before.Newest is null || report.Newest > before.Newest ? report.Newest ?? before.Newest : before.Newest,
        };
    }

    private void Log(ConfiguredSource source, PullReport report, SourceState state)
    {
        if (report.Failure is { } failure) LogFailed(source.Name, failure.Kind, failure.Reason, state.NotBefore);
        else LogPulled(source.Name, report.Receipt.Accepted, report.Receipt.Updated, report.Pages);
        foreach (var gap in report.Gaps) LogGap(source.Name, gap.Stream, gap.From, gap.To, gap.Reason);
    }

    [LoggerMessage(1501, LogLevel.Debug, "Pulled {Source}: {Accepted} new posts and {Updated} new versions on {Pages} pages")]
    private partial void LogPulled(string source, long accepted, long updated, int pages);

    [LoggerMessage(1502, LogLevel.Warning, "Could not pull {Source} ({Kind}): {Reason}. Not before {NotBefore:O}")]
    private partial void LogFailed(string source, FailureKind kind, string reason, DateTimeOffset? notBefore);

    [LoggerMessage(1503, LogLevel.Warning, "Posts of {Source} may be missing in {Stream} from {From:O} to {To:O}: {Reason}")]
    private partial void LogGap(string source, string stream, DateTimeOffset? from, DateTimeOffset to, string reason);

    [LoggerMessage(1504, LogLevel.Error, "The connector of {Source} failed by a fault of its own: {Fault}")]
    private partial void LogFault(string source, string fault);
}
