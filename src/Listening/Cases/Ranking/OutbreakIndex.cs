namespace Listening.Cases.Ranking;

/// <summary>The first posts of outbreaks of the last day, by what they are compared by. Not safe for several threads.</summary>
public sealed class OutbreakIndex
{
    /// <summary>From which resemblance two posts say the same.</summary>
    public const double Alike = 0.6;

    /// <summary>How far apart the posts of one outbreak begin at most.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromHours(24);

    private readonly Dictionary<(string Brand, ulong Key), List<First>> byKey = [];
    private readonly Queue<First> inOrder = new();

    /// <summary>The case that a text belongs to, the most alike and of those the oldest; null when it is like none.</summary>
    public long? Find(string brand, TextSketch sketch, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        return sketch.Keys.SelectMany(key => byKey.GetValueOrDefault((brand, key)) ?? []).DistinctBy(first => first.Id)
            .Where(first => (at - first.At).Duration() <= Span)
            .Select(first => (first.Id, Resemblance: first.Sketch.Resemblance(sketch))).Where(found => found.Resemblance >= Alike)
            .OrderByDescending(found => found.Resemblance).ThenBy(found => found.Id).Select(found => (long?)found.Id).FirstOrDefault();
    }

    /// <summary>Keeps a case that is like none before it, and forgets those of more than two days before.</summary>
    public void Add(string brand, long id, TextSketch sketch, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        var added = new First(brand, id, sketch, at);
        inOrder.Enqueue(added);
        foreach (var key in sketch.Keys)
            if (byKey.TryGetValue((brand, key), out var firsts)) firsts.Add(added);
            else byKey.Add((brand, key), [added]);
        while (inOrder.Peek() is var oldest && at - oldest.At > Span * 2) Forget(inOrder.Dequeue());
    }

    private void Forget(First gone)
    {
        foreach (var key in gone.Sketch.Keys)
            if (byKey.TryGetValue((gone.Brand, key), out var firsts) && firsts.Remove(gone) && firsts.Count == 0) byKey.Remove((gone.Brand, key));
    }

    private sealed record First(string Brand, long Id, TextSketch Sketch, DateTimeOffset At);
}
