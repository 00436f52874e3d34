using System.Globalization;
using System.Runtime.CompilerServices;

namespace Listening.Sources.Simulated;

/// <summary>
/// A made-up broadband market for demonstrations: thirteen weeks of public posts that end now, and the stream that goes on from there. The same
/// instant and seed give the same posts. Nothing in it is real; every address is on <c>simulated.invalid</c> and every post's channel is
/// <see cref="Channel"/>.
/// </summary>
public sealed class SimulatedWorld
{
    /// <summary>The channel of every post.</summary>
    public const string Channel = "simulated";

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private readonly SimulatedTraffic _traffic;
    private readonly SimulatedThread _thread;
    private readonly Random _random;
    private readonly PriorityQueue<SimulatedPost, (DateTimeOffset At, long Number)> _coming = new();
    private readonly string _prefix;
    private long _number;

    /// <summary>Makes the world that has thirteen weeks behind it at <paramref name="now"/>.</summary>
    public SimulatedWorld(DateTimeOffset now, int seed = 20_260_105)
    {
        Now = now.ToUniversalTime();
        _random = new Random(seed);
        _traffic = new SimulatedTraffic(Now);
        // Worlds that were made at different times share no ids: one may go on where another stopped.
        _prefix = Now.ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture);
        _thread = new SimulatedThread(_traffic, new SimulatedPeople(seed), _random, () => $"{_prefix}-{++_number}", post => _coming.Enqueue(post, (post.Post.SourcePostedAt, _number)));
        for (var at = Now - SimulatedTraffic.History; at < Now; at += Step) Begin(at, Step);
    }

    /// <summary>Where posts come from: two networks and a review site.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["mastodon", "bluesky", "reviews"];

    /// <summary>The end of the history.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Takes everything written up to an instant, oldest first; what was taken once does not come again.</summary>
    public IEnumerable<SimulatedPost> Until(DateTimeOffset instant)
    {
        while (_coming.TryPeek(out var next, out _) && next.Post.SourcePostedAt <= instant) yield return _coming.Dequeue();
    }

    /// <summary>Goes on from <see cref="Now"/>: each post comes when the clock reaches its instant. Take the history first.</summary>
    public async IAsyncEnumerable<SimulatedPost> LiveAsync(TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var begun = Now; ; begun += Minute)
        {
            Begin(begun, Minute);
            while (_coming.TryPeek(out var next, out _) && next.Post.SourcePostedAt <= begun + Minute)
            {
                var wait = next.Post.SourcePostedAt - time.GetUtcNow();
                if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
                yield return _coming.Dequeue();
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TimeSpan Minute => TimeSpan.FromMinutes(1);

    /// <summary>Begins the conversations of a stretch of time: as many as chance has it around the rate of its middle.</summary>
    private void Begin(DateTimeOffset from, TimeSpan length)
    {
        for (var count = Poisson(_traffic.RateAt(from + length / 2) * length.TotalHours); count > 0; count--) _thread.Write(from + length * _random.NextDouble());
    }

    private int Poisson(double mean)
    {
        var (limit, product, count) = (Math.Exp(-mean), _random.NextDouble(), 0);
        for (; product > limit; product *= _random.NextDouble()) count++;
        return count;
    }
}
