using System.Globalization;
using System.Text;
using Listening.Reporting;

namespace Listening.Web.Mailing;

/// <summary>A report as plain text, for mail programs that show no HTML and people who want none.</summary>
internal static class ReportPlain
{
    private const int LongestTable = 12;

    public static string Write(EngagementReport report, ReportFrame frame)
    {
        var text = new StringBuilder();
        if (report.Simulated) text.Append(CultureInfo.InvariantCulture, $"{ReportWords.Simulated}: this brand, its customers and its competitors do not exist.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{ReportWords.Title(report)}\n{ReportWords.Period(report)}\n{ReportWords.Freshness(report)}\n");
        foreach (var fault in report.Freshness.Faults) text.Append(CultureInfo.InvariantCulture, $"{ReportWords.Fault(fault)}\n");
        text.Append('\n');
        if (report.Sentences.Count == 0) text.Append("No significant change.\n");
        foreach (var sentence in report.Sentences) Linked(text, $"* {ReportWords.Line(sentence.Text)}", frame.Link(sentence.Link));
        text.Append('\n');
        foreach (var card in report.Cards)
        {
            Linked(text, $"{ReportWords.Line(card.Title)}: {ReportText.Of(card.Figure)} ({ReportWords.Beside(card.Figure)}{ReportWords.Target(card)})", frame.Link(card.Figure.Link));
            foreach (var figure in card.Beside) Linked(text, $"  {ReportWords.Line(figure.Title)}: {ReportText.Of(figure)} ({ReportWords.Beside(figure)})", frame.Link(figure.Link));
        }

        foreach (var section in report.Sections) Section(text, section);
        foreach (var note in report.Annotations) text.Append(CultureInfo.InvariantCulture, $"\n{ReportWords.Annotation(note)}");
        text.Append(CultureInfo.InvariantCulture, $"\n\n-- \n{ReportWords.Versions(report)}\n");
        foreach (var line in frame.Foot) text.Append(CultureInfo.InvariantCulture, $"{line}\n");
        if (frame.Here is { } here) text.Append(CultureInfo.InvariantCulture, $"{here}\n");
        return text.ToString();
    }

    private static void Section(StringBuilder text, ReportSection section)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{ReportWords.Line(section.Title).ToUpperInvariant()}\n");
        if (section.Note is { } note) text.Append(CultureInfo.InvariantCulture, $"{ReportWords.Line(note)}\n");
        if (section.Rows.Count == 0) text.Append(CultureInfo.InvariantCulture, $"{ReportText.NoData}\n");
        foreach (var row in section.Rows.Take(LongestTable))
            text.AppendJoin("; ", row.Cells.Zip(section.Columns, (cell, column) => $"{ReportWords.Line(column.Title)}: {ReportWords.Cell(cell, column.Unit)}")).Append('\n');
        if (section.Rows.Count > LongestTable) text.Append(CultureInfo.InvariantCulture, $"and {section.Rows.Count - LongestTable} more\n");
    }

    private static void Linked(StringBuilder text, string line, string? link)
    {
        text.Append(line).Append('\n');
        if (link is not null) text.Append(CultureInfo.InvariantCulture, $"    {link}\n");
    }
}
