namespace Listening.Tests.Sources.Contract;

/// <summary>Answers that are well formed and not true: another page than was asked for, or one in another order. Each is a fresh liar.</summary>
internal static class Lies
{
    // Then the truth, so that a walk can end.
    private const int Told = 12;

    public static IReadOnlyDictionary<string, Func<Func<StubAnswer, StubAnswer>>> All { get; } = new Dictionary<string, Func<Func<StubAnswer, StubAnswer>>>
    {
        ["a page twice"] = () => Late(2),
        ["pages swapped"] = () => Late(3),
        ["one page for ever"] = ForEver,
        ["ids shuffled"] = Shuffled,
    };

    // As a cache that is behind: the answer to an earlier question.
    private static Func<StubAnswer, StubAnswer> Late(int by)
    {
        var (before, calls) = (new Queue<StubAnswer>(), 0);
        return answer =>
        {
            before.Enqueue(answer);
            return ++calls <= Told && before.Count == by ? before.Dequeue() : answer;
        };
    }

    private static Func<StubAnswer, StubAnswer> ForEver()
    {
        var before = new List<StubAnswer>();
        return answer =>
        {
            if (before.Count < 2) before.Add(answer);
            return before[^1];
        };
    }

    private static Func<StubAnswer, StubAnswer> Shuffled()
    {
        var chance = new Random(11);
        return answer => Shuffle.Of(answer, chance);
    }
}
