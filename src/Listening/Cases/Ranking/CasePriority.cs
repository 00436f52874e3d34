using System.Globalization;

namespace Listening.Cases.Ranking;

/// <summary>How much a case matters, and why.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Reasons">In words, what weighs most first.</param>
public sealed record CasePriority(int Score, IReadOnlyList<string> Reasons)
{
    private static readonly Dictionary<string, (int Weight, string Reason)> Urgent = new(StringComparer.Ordinal)
    {
        ["danger"] = (45, "speaks of danger"), ["lawyer"] = (45, "names a lawyer or an authority"), ["leave"] = (40, "threatens to leave"),
        ["public"] = (40, "threatens to go public"), ["again"] = (15, "asked before without an answer"),
    };

    /// <summary>
    /// Weighs what the opening post says, who reads it, what was before, and whether the race may be lost. The weights add up and end at 100; a rule's floor
    /// lifts the score. They are judgement and no measurement.
    /// </summary>
    public static CasePriority Of(Case one, CaseSigns signs)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(signs);
        var found = UrgencyWords.Shipped.KindsIn(one.Snippet).Where(Urgent.ContainsKey).Select(kind => Urgent[kind]).ToList();
        if (one.Rival.Length > 0 && one.AnsweredAt is null) found.Add((40, $"{one.Rival} answered first"));
        if (one.Sentiment == "negative") found.Add((10, "negative tone"));
        if (Reach(one.Followers ?? 0) is > 0 and var reach) found.Add((reach, string.Create(CultureInfo.InvariantCulture, $"{one.Followers:N0} followers")));
        if (one.Episode > 1) found.Add((10, "came back after it was done"));
        if (signs.CasesBefore > 0) found.Add((Math.Min(12, 4 * signs.CasesBefore), signs.CasesBefore == 1 ? "complained once before" : $"complained {signs.CasesBefore} times before"));
        if (Crowd(signs.Similar) is > 0 and var crowd) found.Add((crowd, $"{signs.Similar} similar within an hour"));
        var score = Math.Min(100, found.Sum(reason => reason.Item1));
        if (one.Floor > score)
        {
            found.Add((one.Floor, $"rule: {one.FloorBy}"));
            score = Math.Min(100, one.Floor);
        }

        return new(score, [.. found.OrderByDescending(reason => reason.Item1).Select(reason => reason.Item2)]);
    }

    private static int Reach(long followers) => followers switch { >= 1_000_000 => 30, >= 100_000 => 20, >= 10_000 => 12, >= 1_000 => 5, _ => 0 };

    private static int Crowd(int similar) => similar switch { >= 100 => 25, >= 20 => 20, >= 5 => 10, _ => 0 };
}
