using System.Globalization;
using System.Text;
using Listening.Exporting;

namespace Listening.Reporting;

/// <summary>A report as one CSV file (RFC 4180, UTF-8): sentences, cards and tables below each other. No cell begins like a formula.</summary>
public static class ReportCsv
{
    /// <summary>The file's text. Durations are seconds, shares 0 to 1; an empty cell is no data.</summary>
    public static string Of(EngagementReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        if (report.Simulated) Line(text, "SIMULATED");
        Line(text, "report", report.Brand ?? "all our brands", Instant(report.From), Instant(report.To), report.Zone, "as of", Instant(report.AsOf));
        Line(text, "data to", report.Freshness.DataTo is { } newest ? Instant(newest) : "", "sources", $"{report.Freshness.Healthy} of {report.Freshness.Sources}", "classified", Number(report.Freshness.Classified));
        foreach (var fault in report.Freshness.Faults) Line(text, "incomplete", fault.Source, fault.Reason);
        Line(text);
        foreach (var sentence in report.Sentences) Line(text, "finding", sentence.Text);
        Line(text);
        Line(text, "card", "figure", "metric", "unit", "value", "n", "of", "greater than", "before", "before n", "change");
        foreach (var card in report.Cards)
            foreach (var figure in (ReportFigure[])[card.Figure, .. card.Beside])
            {
                Line(text, card.Title, figure.Title, figure.Metric, figure.Unit, Number(figure.Value), Number(figure.N), Number(figure.Of), Number(figure.GreaterThan),
                    Number(figure.Change?.Before), Number(figure.Change?.BeforeN), figure.Change is { } change ? change.Word.ToString().ToLowerInvariant() : "");
            }

        foreach (var section in report.Sections)
        {
            Line(text);
            Line(text, section.Title);
            Line(text, [.. section.Columns.Select(column => column.Title)]);
            foreach (var row in section.Rows) Line(text, [.. row.Cells.Select(cell => cell.Text ?? Number(cell.Value))]);
        }

        Line(text);
        foreach (var definition in report.Definitions) Line(text, "definition", definition.Id, definition.Title, definition.Text);
        return text.ToString();
    }

    private static void Line(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(CsvCell.Of(cells[i]));
        }

        text.Append("\r\n");
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
