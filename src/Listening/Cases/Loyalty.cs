using System.Globalization;
using Listening.Measuring;

namespace Listening.Cases;

/// <summary>How an author stands to a brand, in words with their numbers. It is what they wrote, not who they are.</summary>
/// <param name="Word"><c>new</c>, <c>known</c>, <c>loyal</c> or <c>losing</c>; null without a post about the brand.</param>
/// <param name="N">Posts about the brand that it rests on.</param>
/// <param name="Reasons">Why, in words.</param>
public sealed record Loyalty(string? Word, long N, IReadOnlyList<string> Reasons)
{
    private const int Enough = 3;
    private static readonly TimeSpan Long = TimeSpan.FromDays(90);

    /// <summary>
    /// Loyal is who has written for 90 days and of at least 3 toned posts half are not negative; losing, of whose at least 3 toned posts two thirds are negative; new, who
    /// has written of the brand once at most.
    /// </summary>
    public static Loyalty Of(AuthorHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.About == 0 || history is not { FirstPost: { } first, LastPost: { } last }) return new(null, 0, []);
        var toned = history.Positive + history.Neutral + history.Negative;
        var word = history.About <= 1 ? "new"
            : toned >= Enough && 3 * history.Negative >= 2 * toned ? "losing"
            : toned >= Enough && 2 * history.Negative <= toned && last - first >= Long ? "loyal" : "known";
        var reasons = new List<string>();
        if (history.About > 1) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"wrote of you {history.About} times since {first.UtcDateTime:d MMMM yyyy}"));
        if (toned > 0) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{history.Negative} of {toned} sounded negative"));
        if (history.Waits > 0) reasons.Add(string.Create(CultureInfo.InvariantCulture, $"answered {history.Answered} of {history.Waits} times"));
        return new(word, history.About, reasons);
    }
}
