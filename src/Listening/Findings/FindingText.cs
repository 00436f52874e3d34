using System.Globalization;
using Listening.Reporting;

namespace Listening.Findings;

/// <summary>Puts changes into sentences: what, since when, how much, of how many. Two that began together stand "at the same time as" each other; nothing says why.</summary>
public static class FindingText
{
    private const int Most = 3;
    private const int Together = 1;

    /// <summary>At most three sentences, of the largest changes first, as they are given; none for none.</summary>
    /// <param name="changes">The largest first.</param>
    /// <param name="link">Where the posts of a change are.</param>
    public static IReadOnlyList<ReportSentence> Of(IReadOnlyList<FoundChange> changes, Func<FoundChange, string> link)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(link);
        var sentences = new List<ReportSentence>();
        var told = new HashSet<FoundChange>();
        foreach (var change in changes)
        {
            if (sentences.Count == Most || !told.Add(change)) continue;
            var besides = changes.Where(other => !told.Contains(other) && Began(change, other)).ToList();
            // Another figure tells more than a part of the same.
            var beside = besides.Find(other => other.Series.Metric != change.Series.Metric) ?? besides.FirstOrDefault();
            if (beside is not null) told.Add(beside);
            sentences.Add(Sentence(change, beside, link(change)));
        }

        return sentences;
    }

    private static bool Began(FoundChange one, FoundChange other) =>
        (one.Series.Metric, one.Series.Group) != (other.Series.Metric, other.Series.Group) && Math.Abs(one.Since.DayNumber - other.Since.DayNumber) <= Together;

    private static ReportSentence Sentence(FoundChange change, FoundChange? beside, string link) =>
        new($"{Words(change)}{(beside is null ? "" : $", at the same time as {Small(Words(beside))}")}.", change.Series.Metric, link)
        {
            Word = change.Series.HigherIsBetter is not { } better ? ChangeWord.None : better == change.Rose ? ChangeWord.Better : ChangeWord.Worse,
            Since = change.Since,
            Before = change.Before,
            After = change.After,
            N = change.N,
        };

    private static string Words(FoundChange change)
    {
        var n = string.Create(CultureInfo.InvariantCulture, $"(n = {ReportText.Of(change.N, "count")})");
        var verb = change.Rose ? "rose" : "fell";
        return change.Series.Kind switch
        {
            SeriesKind.Count => $"{change.Series.Title} {verb} by {Relative(change)} {When(change)}, from {Daily(change.Before)} to {Daily(change.After)} a day {n}",
            SeriesKind.Share => $"{change.Series.Title} {verb} from {ReportText.Of(change.Before, "share")} to {ReportText.Of(change.After, "share")} {When(change)} {n}",
            _ => $"{change.Series.Title} {verb} from {ReportText.Duration(change.Before)} to {(change.AtLeast ? "more than " : "")}{ReportText.Duration(change.After)} {When(change)} {n}",
        };
    }

    private static string Relative(FoundChange change) => change.Before <= 0 ? "more than can be said" : ReportText.Of(Math.Round(Math.Abs(change.After - change.Before) / change.Before, 2), "share");

    private static string Daily(double value) => value.ToString(value < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);

    private static string When(FoundChange change) => change.GoesOn && change.First < change.Last ? $"since {Date(change.Since)}"
        : change.Since == change.Until ? $"on {Date(change.Since)}"
        : $"between {Date(change.Since)} and {Date(change.Until)}";

    private static string Date(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    // Inside a sentence, unless it begins with a name.
    private static string Small(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
