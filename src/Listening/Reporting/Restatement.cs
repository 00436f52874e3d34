using System.Globalization;

namespace Listening.Reporting;

/// <summary>Puts what was reported beside what is known now. What was reported is never changed.</summary>
public static class Restatement
{
    /// <summary>Both, what changed in between, and which figures are told otherwise.</summary>
    /// <param name="sent">As it was sent.</param>
    /// <param name="now">The same question, as of the same instant, from the facts of now.</param>
    /// <param name="late">How many posts of the period came in since.</param>
    public static RestatedReport Of(SentReport sent, EngagementReport now, long late)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(now);
        string[] posts = late > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{late} late {(late == 1 ? "post" : "posts")}")] : [];
        return new(sent.Id, sent.At, sent.Report, now, [.. posts, .. Differences(sent.Report, now)], [.. Figures(sent.Report, now)]);
    }

    /// <summary>What figures are made with that is another now than when a report was written, in words: "model sentiment 7 → 8".</summary>
    public static IEnumerable<string> Differences(EngagementReport sent, EngagementReport now)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(now);
        return Compared(sent, now);
    }

    private static IEnumerable<string> Compared(EngagementReport sent, EngagementReport now)
    {
        foreach (var task in sent.Models.Keys.Union(now.Models.Keys).Order(StringComparer.Ordinal))
        {
            var (then, today) = (sent.Models.GetValueOrDefault(task) ?? "none", now.Models.GetValueOrDefault(task) ?? "none");
            if (then != today) yield return $"model {task} {then} → {today}";
        }

        if (sent.Registry != now.Registry) yield return string.Create(CultureInfo.InvariantCulture, $"brands, version {sent.Registry} → {now.Registry}");
        if (sent.Targets != now.Targets) yield return string.Create(CultureInfo.InvariantCulture, $"calendars and targets, version {sent.Targets} → {now.Targets}");
        var definitions = now.Definitions.ToDictionary(definition => definition.Id, definition => definition.Text);
        foreach (var definition in sent.Definitions.Where(definition => definitions.GetValueOrDefault(definition.Id) is { } text && text != definition.Text))
            yield return $"definition of “{definition.Title}”";
        if (sent.Zone != now.Zone) yield return $"reporting zone {sent.Zone} → {now.Zone}";
    }

    private static IEnumerable<RestatedFigure> Figures(EngagementReport sent, EngagementReport now)
    {
        foreach (var card in sent.Cards)
        {
            if (now.Cards.FirstOrDefault(one => one.Id == card.Id) is not { } today) continue;
            foreach (var figure in card.Beside.Prepend(card.Figure))
            {
                if (today.Beside.Prepend(today.Figure).FirstOrDefault(one => one.Metric == figure.Metric && one.Title == figure.Title) is { } other && !Same(figure, other))
                    yield return new(card.Id, figure, other);
            }
        }
    }

    private static bool Same(ReportFigure one, ReportFigure other) => (one.Value, one.N, one.Of, one.GreaterThan) == (other.Value, other.N, other.Of, other.GreaterThan);
}
