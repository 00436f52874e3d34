using System.Globalization;
using System.Text;
using Listening.Reporting;
using Listening.Reporting.Sending;
using Listening.Web.Alerts;
using MimeKit;

namespace Listening.Web.Mailing;

/// <summary>A stored report as a mail: text, HTML, and what is attached. All of it follows from what was stored, whenever it is sent.</summary>
/// <param name="Subject">A line.</param>
/// <param name="Text">The plain part.</param>
/// <param name="Html">The HTML part.</param>
/// <param name="Attached">Names and contents of files.</param>
internal sealed record ReportMail(string Subject, string Text, string Html, IReadOnlyList<(string Name, string Type, byte[] Content)> Attached)
{
    /// <summary>Where people read it within the program.</summary>
    public static string PathOf(Guid report) => $"/report?sent={report:D}";

    /// <summary>Puts it together; links begin with <paramref name="root"/>.</summary>
    public static async Task<ReportMail> OfAsync(StoredReport stored, string root, ReportPrinter printer, CancellationToken cancellationToken)
    {
        var report = stored.Content;
        var frame = new ReportFrame(root, root + PathOf(stored.Id), [.. Foot(stored)]);
        var attached = new List<(string, string, byte[])>();
        // The mark tells spreadsheets that it is UTF-8.
        if (stored.Formats.Contains(ReportFormat.Csv)) attached.Add(($"{Name(report)}.csv", "text/csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ReportCsv.Of(report))]));
        if (stored.Formats.Contains(ReportFormat.Pdf))
        {
            var (pdf, reason) = await printer.PrintAsync(ReportHtml.Write(report, frame), cancellationToken);
            if (pdf is not null) attached.Add(($"{Name(report)}.pdf", "application/pdf", pdf));
            else frame = frame with { Foot = [.. frame.Foot, reason!] };
        }

        return new(ReportWords.Subject(report), ReportPlain.Write(report, frame), ReportHtml.Write(report, frame), attached);
    }

    /// <summary>The mail to one address; the same Message-ID and date however often it is made.</summary>
    public MimeMessage To(string address, MailboxAddress from, ReportMessage message)
    {
        var body = new BodyBuilder { TextBody = Text, HtmlBody = Html };
        foreach (var (name, type, content) in Attached) body.Attachments.Add(name, content, ContentType.Parse(type));
        var mail = new MimeMessage([from], [MailboxAddress.Parse(address)], Subject, body.ToMessageBody()) { MessageId = MailId.Of(message.Id), Date = message.At };
        // Nobody's out-of-office answers it (RFC 3834).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static IEnumerable<string> Foot(StoredReport stored)
    {
        yield return $"Written {ReportWords.Instant(stored.MadeAt, ReportWords.Zone(stored.Content))}, for {ReportWords.Line(stored.By, 200)}. What it says stays as it was; the report shows what changed since.";
    }

    private static string Name(EngagementReport report)
    {
        var brand = string.Concat((report.Brand ?? "all").Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-').Take(40));
        var day = TimeZoneInfo.ConvertTime(report.From, ReportWords.Zone(report));
        return $"{(report.Simulated ? "SIMULATED-" : "")}report-{(brand.Length > 0 ? brand.ToLowerInvariant() : "brand")}-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }
}
