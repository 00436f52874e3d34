using System.Globalization;
using System.Text;
using Listening.Reporting;

namespace Listening.Web.Mailing;

/// <summary>What a report's mail says in words, each a line of plain text without signs that steer: posts and names come from outside.</summary>
internal static class ReportWords
{
    /// <summary>What stands on everything of the demo.</summary>
    public const string Simulated = "SIMULATED";

    private const int LongestSubject = 180;
    private const int LongestLine = 600;

    public static string Title(EngagementReport report) => Line($"Engagement report: {report.Brand ?? "all our brands"}");

    /// <summary>The subject: what the report is of and its first sentence.</summary>
    public static string Subject(EngagementReport report)
    {
        var says = report.Sentences.Count > 0 ? report.Sentences[0].Text : "no significant change";
        return Line($"{(report.Simulated ? $"{Simulated}: " : "")}{report.Brand ?? "All our brands"}, {Days(report.From, report.To, Zone(report))}: {says}", LongestSubject);
    }

    public static string Period(EngagementReport report)
    {
        var against = report.Compared is { } compared ? $", compared with {Days(compared.From, compared.To, Zone(report))}{(report.Baseline is null ? "" : ", as recorded then")}" : "";
        var only = report.Filter is { Length: > 0 } filter ? $". Only: {filter}" : "";
        return Line($"{Days(report.From, report.To, Zone(report))} ({report.Zone}){against}{only}");
    }

    public static string Freshness(EngagementReport report)
    {
        var (fresh, zone) = (report.Freshness, Zone(report));
        var newest = fresh.DataTo is { } to ? $"Data to {Instant(to, zone)}" : "No data";
        return Line(string.Create(CultureInfo.InvariantCulture,
            $"{newest}, {fresh.Healthy} of {fresh.Sources} sources, {(fresh.Classified is { } share ? ReportText.Of(share, "share") : ReportText.NoData)} classified. Counted until {Instant(report.AsOf, zone)}."));
    }

    public static string Fault(ReportFault fault) => Line($"Incomplete: {fault.Source}: {fault.Reason}");

    /// <summary>n, the value before and what that is to us: "n = 412; was 31 min, worse"; of some of all with both: "n = 412; was 3 of 380, worse".</summary>
    public static string Beside(ReportFigure figure)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"n = {ReportText.Of(figure.Of ?? figure.N, "count")}");
        if (figure.Change is { } change)
        {
            var before = change.BeforeN == 0 ? ReportText.NoData
                : change is { Before: null, BeforeGreaterThan: { } more } ? $"> {ReportText.Of(more, figure.Unit)}" : ReportText.Of(change.Before, figure.Unit);
            if (figure.Of is not null && figure.Unit == "count") before = $"{before} of {ReportText.Of(change.BeforeN, "count")}";
            text.Append(CultureInfo.InvariantCulture, $"; was {before}{(change.Word == ChangeWord.None ? "" : $", {(change.Word == ChangeWord.Better ? "better" : "worse")}")}");
        }

        return text.ToString();
    }

    public static string Target(ReportCard card) => card.Target is not { } target ? ""
        : $"; target {ReportText.Of(target.Value, card.Figure.Unit)}{(target.Default ? " (default)" : "")}{(target.Met is { } met ? met ? ", met" : ", missed" : "")}";

    public static string Versions(EngagementReport report) => Line(string.Create(CultureInfo.InvariantCulture,
        $"Brands version {report.Registry}, calendars version {report.Targets}, facts revision {report.Revision}{string.Concat(report.Models.OrderBy(model => model.Key, StringComparer.Ordinal).Select(model => $", {model.Key} {model.Value}"))}."));

    public static string Cell(ReportCell cell, string unit) => cell.Text is { } text ? Line(text, 240) : ReportText.Of(cell.Value, unit);

    public static string Annotation(Annotation note) => Line(string.Create(CultureInfo.InvariantCulture, $"{note.Date:d MMM yyyy}: {note.Text}"));

    public static string Instant(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    public static TimeZoneInfo Zone(EngagementReport report) => TimeZoneInfo.FindSystemTimeZoneById(report.Zone);

    /// <summary>One line of at most <paramref name="most"/> characters: no control characters, nothing that turns the reading direction.</summary>
    public static string Line(string text, int most = LongestLine)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > most) return line.Append('…').ToString();
            var steers = rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x200E or 0x200F or 0x2028 or 0x2029 or 0xFFFD || Rune.IsControl(rune);
            if (!steers) line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return line.ToString().Trim();
    }

    // Periods of whole days are named by their days, others by their instants.
    private static string Days(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone)
    {
        var (first, last) = (TimeZoneInfo.ConvertTime(from, zone), TimeZoneInfo.ConvertTime(to, zone));
        if (last.TimeOfDay != TimeSpan.Zero || first.TimeOfDay != TimeSpan.Zero) return $"{Instant(from, zone)} to {Instant(to, zone)}";
        var end = last.AddDays(-1);
        if (first.Date >= end.Date) return first.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        var begin = first.Year != end.Year ? "d MMM yyyy" : first.Month != end.Month ? "d MMM" : "%d";
        return $"{first.ToString(begin, CultureInfo.InvariantCulture)}–{end.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";
    }
}
