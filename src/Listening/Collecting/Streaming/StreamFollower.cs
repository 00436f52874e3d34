using System.Threading.Channels;
using Listening.Collecting.Pulling;
using Microsoft.Extensions.Logging;

namespace Listening.Collecting.Streaming;

/// <summary>
/// Follows the stream of one source for as long as it may: stores what comes, then saves the place, so that a crash between the two repeats some and loses none. A connection that ends
/// is made again, later and later; behind each one that stands a pull is asked for, which brings what no stream repeats.
/// </summary>
public sealed partial class StreamFollower(
    ConfiguredSource source, IStreamReader reader, StreamIntake intake, ISourceCursors cursors, ISourceSchedule schedule, TimeProvider time, ILogger<StreamFollower> logger)
{
    /// <summary>The listing under whose name the place is kept.</summary>
    public const string Stream = "stream";

    private const int MostAtOnce = 200;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenPlaces = TimeSpan.FromSeconds(5);
    private DateTimeOffset saved = DateTimeOffset.MinValue;
    private int failures;

    /// <summary>Follows until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var failure = await FollowAsync(cancellationToken);
            failures++;
            var wait = Wait(failure, failures, time.GetUtcNow());
            LogBroken(source.Name, failure.Kind, failure.Reason, wait.TotalSeconds);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>How long after so many failures in a row the connection is made again.</summary>
    public static TimeSpan Wait(PageFailure failure, int failures, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (failure.NotBefore is { } told && told > now) return told - now;
        var wait = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        var standing = failure.Kind is FailureKind.Unauthorised or FailureKind.Misconfigured or FailureKind.Gone;
        return standing || wait > Longest ? Longest : wait;
    }

    private async Task<PageFailure> FollowAsync(CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var arrived = Channel.CreateBounded<StreamEvent>(new BoundedChannelOptions(MostAtOnce * 2) { SingleReader = true, SingleWriter = true });
        var listening = Task.CompletedTask;
        try
        {
            var cursor = await cursors.ReadAsync(source.Id, Stream, cancellationToken);
            listening = ListenAsync(cursor.Watermark is { } place ? new(place) : null, arrived.Writer, ended.Token);
            while (await arrived.Reader.WaitToReadAsync(cancellationToken))
            {
                var some = new List<StreamEvent>();
                while (some.Count < MostAtOnce && arrived.Reader.TryRead(out var one)) some.Add(one);
                await TakeAsync(some, cancellationToken);
                if (some[^1] is StreamFailed { Failure: var failure }) return failure;
            }

            await listening;
            return new(FailureKind.Unreachable, "the stream ended");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The store or the connector: what is not stored comes again with the next connection.
            LogFault(source.Name, $"{fault.GetType().FullName}\n{fault.StackTrace}");
            return new(FailureKind.Unreachable, $"what came could not be taken ({fault.GetType().Name})");
        }
        finally
        {
            await ended.CancelAsync();
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(StreamPosition? from, ChannelWriter<StreamEvent> arrived, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var one in reader.ReadAsync(from, cancellationToken)) await arrived.WriteAsync(one, cancellationToken);
            arrived.TryComplete();
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            arrived.TryComplete(fault);
        }
    }

    private async Task TakeAsync(List<StreamEvent> events, CancellationToken cancellationToken)
    {
        if (events.Exists(one => one is StreamOpened))
        {
            failures = 0;
            await schedule.RunNowAsync(source.Id, cancellationToken);
            LogOpened(source.Name);
        }

        var stored = await intake.TakeAsync(events, cancellationToken);
        if (events.FindLast(one => one.Position is not null)?.Position is not { } place) return;
        if (stored == 0 && time.GetUtcNow() - saved < BetweenPlaces) return;
        await cursors.SaveAsync(source.Id, Stream, new() { Watermark = place.Text, Completed = time.GetUtcNow() }, null, cancellationToken);
        saved = time.GetUtcNow();
    }

    [LoggerMessage(1511, LogLevel.Information, "The stream of {Source} stands")]
    private partial void LogOpened(string source);

    [LoggerMessage(1512, LogLevel.Warning, "The stream of {Source} broke off ({Kind}): {Reason}. It is opened again in {Seconds} s")]
    private partial void LogBroken(string source, FailureKind kind, string reason, double seconds);

    [LoggerMessage(1513, LogLevel.Error, "What the stream of {Source} brought could not be taken: {Fault}")]
    private partial void LogFault(string source, string fault);
}
