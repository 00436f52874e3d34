namespace Listening.Sources.Simulated;

/// <summary>
/// A made-up broadband market for demonstrations. Every conversation has its place on a grid of five minutes in the calendar and its own chance, made of
/// the seed and that place: so any run at any instant tells the same world, and one may go on where another stopped. Nothing in it is real; every
/// address is on <c>simulated.invalid</c> and every post's channel is <see cref="Channel"/>.
/// </summary>
public sealed class SimulatedWorld(int seed = SimulatedWorld.UsualSeed)
{
    /// <summary>The channel of every post.</summary>
    public const string Channel = "simulated";

    /// <summary>The world that the demo shows.</summary>
    public const int UsualSeed = 20_260_105;

    /// <summary>No conversation goes on for longer: whoever tells what happened from an instant on looks that far back for what had begun.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private readonly SimulatedPeople _people = new(seed);

    /// <summary>Where posts come from: two networks, a review site and a forum.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["mastodon", "bluesky", "reviews", "forum"];

    /// <summary>Where a first run at <paramref name="now"/> begins: at midnight UTC, thirteen weeks before.</summary>
    public static DateTimeOffset BeginningFor(DateTimeOffset now) => new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) - SimulatedTraffic.History;

    /// <summary>
    /// Everything that happens after <paramref name="after"/>, oldest first and without end, in conversations that begin at or after
    /// <paramref name="beginning"/>: posts, their edits and their deletions.
    /// </summary>
    public IEnumerable<SimulatedPost> From(DateTimeOffset beginning, DateTimeOffset after)
    {
        var coming = new PriorityQueue<SimulatedPost, (DateTimeOffset At, long Number)>();
        var told = 0L;
        for (var slot = beginning.UtcTicks / Step.Ticks; ; slot++)
        {
            foreach (var post in BegunIn(slot))
                if (post.At > after) coming.Enqueue(post, (post.At, ++told));
            var end = new DateTimeOffset((slot + 1) * Step.Ticks, TimeSpan.Zero);
            while (coming.TryPeek(out _, out var next) && next.At < end) yield return coming.Dequeue();
        }
    }

    private IEnumerable<SimulatedPost> BegunIn(long slot)
    {
        var start = new DateTimeOffset(slot * Step.Ticks, TimeSpan.Zero);
        var random = new Random(Mixed(slot, 0));
        var own = Poisson(SimulatedTraffic.OwnRateAt(start + Step / 2) * Step.TotalHours, random);
        var all = own + Poisson(SimulatedTraffic.RivalsRateAt(start + Step / 2) * Step.TotalHours, random);
        for (var number = 0; number < all; number++)
        {
            var chance = new Random(Mixed(slot, number + 1));
            var conversation = new SimulatedConversation(chance, _people, $"{slot:x}-{number:x}", turn: slot * 3 + number);
            foreach (var post in conversation.Told(start + Step * chance.NextDouble(), ours: number < own)) yield return post;
        }
    }

    // SplitMix64's finalizer (Steele, Lea and Flood 2014): neighbouring places get chances that have nothing to do with each other.
    private int Mixed(long slot, int number)
    {
        unchecked
        {
            var z = (ulong)seed * 0x9E3779B97F4A7C15 + (ulong)slot * 0xD1B54A32D192ED03 + (ulong)number * 0x8CB92BA72F3D8DD7;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) & int.MaxValue);
        }
    }

    private static int Poisson(double mean, Random random)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        for (; product > limit; product *= random.NextDouble()) count++;
        return count;
    }
}
