using System.Threading.Channels;
using Listening.Storing;
using Microsoft.Extensions.Logging;

namespace Listening;

/// <summary>
/// Turns what was stored into facts and announces the new revision. One run at a time; whoever stores calls <see cref="Wake"/>. Among processes the
/// projector's own lease decides; the regular look-around finds what other processes stored.
/// </summary>
public sealed partial class ProjectingLoop(IFactProjector projector, IFactReader facts, Revisions revisions, TimeProvider time, ILogger<ProjectingLoop> logger) : IDisposable
{
    /// <summary>How long the loop sleeps when nothing wakes it: what other processes stored waits at most this long.</summary>
    public static readonly TimeSpan LookAround = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait between two tries of a run that fails; the first is a second, then it doubles.</summary>
    public static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private ProjectingState _state = new(null, 0, null, null);

    /// <summary>How it goes.</summary>
    public ProjectingState State => Volatile.Read(ref _state);

    /// <summary>Tells that something was stored.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Projects everything stored so far, announces the revision and says how many post versions that were. Throws what the projector throws.</summary>
    public async Task<long> CatchUpAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            long total = 0;
            while (await projector.CatchUpAsync(cancellationToken) is var projected and > 0)
            {
                total += projected;
                revisions.Announce(facts.Revision);
            }

            // Also what another process projected while it has the turn.
            revisions.Announce(facts.Revision);
            _state = new(time.GetUtcNow(), 0, null, null);
            return total;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Runs until cancelled; a run that fails is logged, shown in <see cref="State"/> and tried again, each time later.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var failures = State.Failures;
                await CatchUpAsync(cancellationToken);
                if (failures > 0) LogMended(logger, failures);
                await WakeOrLookAroundAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                var again = State.Failures + 1;
                var wait = Backoff(again);
                var waiting = Task.Delay(wait, time, cancellationToken);
                _state = State with { Failures = again, LastError = exception.Message, NextTry = time.GetUtcNow() + wait };
                LogFailed(logger, again, wait, exception);
                await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task WakeOrLookAroundAsync(CancellationToken cancellationToken)
    {
        using var slept = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_wake.Reader.WaitToReadAsync(slept.Token).AsTask(), Task.Delay(LookAround, time, slept.Token));
        await slept.CancelAsync();
        _wake.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TimeSpan Backoff(int failures) => TimeSpan.FromSeconds(Math.Min(LongestBackoff.TotalSeconds, Math.Pow(2, Math.Min(failures, 10) - 1)));

    [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "Projecting failed {Failures} times in a row; trying again in {Wait}")]
    private static partial void LogFailed(ILogger logger, int failures, TimeSpan wait, Exception exception);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "Projecting works again after {Failures} failures")]
    private static partial void LogMended(ILogger logger, int failures);
}
