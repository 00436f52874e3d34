using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Listening.Reporting;

namespace Listening.Web.Mailing;

/// <summary>
/// A report as one page of HTML that needs nothing else: for mail, for a shared link and for print. No script, no picture, nothing from elsewhere; every text is encoded.
/// </summary>
internal sealed class ReportHtml
{
    /// <summary>How long a page is at the most, in bytes of UTF-8: mail programs cut off what is longer than about 100 KB, and as base64 it is a third more.</summary>
    public const int Limit = 70_000;

    /// <summary>What a browser that shows the page is to refuse: it needs its own style and nothing else.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder page = new();
    private readonly EngagementReport report;
    private readonly ReportFrame frame;
    private int bytes;

    private ReportHtml(EngagementReport report, ReportFrame frame) => (this.report, this.frame) = (report, frame);

    public static string Write(EngagementReport report, ReportFrame frame) => new ReportHtml(report, frame).Write();

    private string Write()
    {
        Put($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta http-equiv="Content-Security-Policy" content="{Policy}"><meta name="robots" content="noindex">
            <title>{Text(ReportWords.Title(report))}</title><style>{ReportStyle.Block}</style></head>
            <body style="{ReportStyle.Body}"><table class="outer" role="presentation" style="{ReportStyle.Outer}"><tr><td style="padding:0"><div class="sheet" role="main" style="{ReportStyle.Sheet}">
            """);
        if (report.Simulated) Put($"<p class=\"simulated\" style=\"{ReportStyle.Simulated}\"><strong>{ReportWords.Simulated}</strong> This brand, its customers and its competitors do not exist.</p>");
        Put($"<h1 style=\"{ReportStyle.Title}\">{Text(ReportWords.Title(report))}</h1>");
        Quiet(ReportWords.Period(report));
        Quiet(ReportWords.Freshness(report));
        foreach (var fault in report.Freshness.Faults.Take(10)) Quiet(ReportWords.Fault(fault));
        Heading("What changed");
        if (report.Sentences.Count == 0) Put($"<p style=\"{ReportStyle.Sentence}\">No significant change.</p>");
        foreach (var sentence in report.Sentences) Put($"<p style=\"{ReportStyle.Sentence}\">{Text(ReportWords.Line(sentence.Text))}{Link(sentence.Link, "its posts", " ")}</p>");
        Cards();
        var end = End();
        var left = 0;
        Put("<div class=\"tables\">");
        foreach (var section in report.Sections)
            if (!Section(section, Limit - Encoding.UTF8.GetByteCount(end) - 300)) left++;
        Put("</div>");
        if (left > 0) Quiet(string.Create(CultureInfo.InvariantCulture, $"{left} more tables are in the report itself and in its CSV."));
        Put(end);
        return page.ToString();
    }

    private void Cards()
    {
        Heading("Figures");
        Put($"<table class=\"cards\" style=\"{ReportStyle.Table}\">");
        foreach (var card in report.Cards)
        {
            Put($"<tr><td style=\"{ReportStyle.Cell}\"><strong>{Text(ReportWords.Line(card.Title))}</strong><div class=\"quiet\" style=\"{ReportStyle.Quiet}\">{Text(ReportWords.Beside(card.Figure) + ReportWords.Target(card))}{Link(card.Figure.Link, "posts", "; ")}</div>");
            foreach (var figure in card.Beside)
                Put($"<div class=\"quiet\" style=\"{ReportStyle.Quiet}\">{Text($"{ReportWords.Line(figure.Title)}: {ReportText.Of(figure)}; {ReportWords.Beside(figure)}")}{Link(figure.Link, "posts", "; ")}</div>");
            Put($"</td><td style=\"{ReportStyle.Figure}\"><span style=\"{ReportStyle.Large}\">{Text(ReportText.Of(card.Figure))}</span></td></tr>");
        }

        Put("</table>");
    }

    // False when there was no room for it.
    private bool Section(ReportSection section, int room)
    {
        var before = (page.Length, bytes);
        // Words that are no name stand beneath it: beside the figures a telephone has no room for them.
        var beneath = Enumerable.Range(1, Math.Max(0, section.Columns.Count - 1)).Where(i => section.Columns[i].Unit == "text").ToHashSet();
        Put("<div>");
        Heading(ReportWords.Line(section.Title));
        if (section.Note is { } note) Quiet(ReportWords.Line(note));
        if (section.Rows.Count == 0) Quiet(ReportText.NoData);
        else
        {
            Put($"<div style=\"{ReportStyle.Wide}\"><table style=\"{ReportStyle.Table}\"><tr>");
            foreach (var column in section.Columns.Where((_, i) => !beneath.Contains(i))) Put($"<th scope=\"col\" style=\"{(column.Unit == "text" ? ReportStyle.Head : ReportStyle.HeadFigure)}\">{Text(ReportWords.Line(column.Title))}</th>");
            Put("</tr>");
            foreach (var row in section.Rows)
            {
                if (bytes > room) break;
                Put("<tr>");
                for (var i = 0; i < row.Cells.Count; i++)
                {
                    if (beneath.Contains(i)) continue;
                    var (text, words) = (section.Columns[i].Unit == "text", Text(ReportWords.Cell(row.Cells[i], section.Columns[i].Unit)));
                    var more = i > 0 ? "" : string.Concat(beneath.Where(at => at < row.Cells.Count && row.Cells[at].Text is { Length: > 0 }).Select(at => $"<div class=\"quiet\" style=\"{ReportStyle.Quiet}\">{Text(ReportWords.Cell(row.Cells[at], "text"))}</div>"));
                    Put($"<td style=\"{(text ? ReportStyle.Cell : ReportStyle.Figure)}\">{(i == 0 && frame.Link(row.Link) is { } link ? $"<a href=\"{Text(link)}\" style=\"{ReportStyle.Link}\">{words}</a>" : words)}{more}</td>");
                }

                Put("</tr>");
            }

            Put("</table></div>");
        }

        Put("</div>");
        if (bytes <= room) return true;
        page.Length = before.Length;
        bytes = before.bytes;
        return false;
    }

    private string End()
    {
        var end = new StringBuilder();
        if (report.Annotations.Count > 0) end.Append(Titled("Noted")).AppendJoin("", report.Annotations.Take(20).Select(note => Small(ReportWords.Annotation(note))));
        end.Append(Titled("What the figures are"))
            .Append("<div class=\"definitions\">")
            .AppendJoin("", report.Definitions.Take(40).Select(definition => Small($"{ReportWords.Line(definition.Title)}: {ReportWords.Line(definition.Text)}")))
            .Append("</div>");
        end.Append(Small(ReportWords.Versions(report))).AppendJoin("", frame.Foot.Select(Small));
        if (frame.Here is { } here) end.Append(CultureInfo.InvariantCulture, $"<p style=\"{ReportStyle.Sentence};margin-top:14px\"><a href=\"{Text(here)}\" style=\"{ReportStyle.Link}\">Open the report</a></p>");
        return end.Append("</div></td></tr></table></body></html>").ToString();
    }

    private void Heading(string text) => Put(Titled(text));

    private void Quiet(string text) => Put(Small(text));

    private void Put(string html)
    {
        page.Append(html).Append('\n');
        bytes += Encoding.UTF8.GetByteCount(html) + 1;
    }

    private string Link(string? path, string words, string before) =>
        frame.Link(path) is { } link ? $"{before}<a href=\"{Text(link)}\" style=\"{ReportStyle.Link}\">{words}</a>" : "";

    private static string Titled(string text) => $"<h2 style=\"{ReportStyle.Heading}\">{Text(text)}</h2>";

    private static string Small(string text) => $"<p class=\"quiet\" style=\"{ReportStyle.Quiet}\">{Text(text)}</p>";

    private static string Text(string text) => Encoder.Encode(text);
}
