using System.Text;
using AngleSharp.Html.Parser;
using Listening.Brands;
using Listening.Reporting;
using Listening.Reporting.Sending;
using Listening.Tests.Reporting;
using Listening.Web.Mailing;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Xunit;

namespace Listening.Tests.Web.Mailing;

/// <summary>What a report is as a mail, a page and a file, whatever strangers wrote.</summary>
public sealed class ReportPagesTests
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>\r\nBcc: all@example.com\r\n\r\n.\r\n=cmd|' /C calc'!A0 \u202eevil\u0000 </style></title><a href=javascript:x>";
    private static readonly ReportFrame Frame = new("https://listening.example", "https://listening.example/report?sent=1", ["Written today."]);

    [Theory]
    [InlineData("A usual sentence of a post that is neither short nor long, as topics have them.")]
    [InlineData("荷物がまだ届きません。三時間も待っているのに、誰も返事をしてくれません。もう二度と使いません。")]
    [InlineData(Hostile)]
    public async Task The_richest_report_is_less_than_100_KB_of_HTML_as_it_is_sent(string text)
    {
        var html = ReportHtml.Write(SomeReport.Rich(string.Concat(Enumerable.Repeat(text, 4))), Frame);
        using var mail = new MimeMessage([], [], "", new BodyBuilder { HtmlBody = html }.ToMessageBody());
        mail.Prepare(EncodingConstraint.SevenBit);
        using var sent = new MemoryStream();
        await mail.Body!.WriteToAsync(sent, TestContext.Current.CancellationToken);
        Assert.InRange(sent.Length, 20_000, 100_000);
        Assert.EndsWith("</body></html>\n", html, StringComparison.Ordinal);
        Assert.Contains("more tables are in the report itself", html, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal(page.QuerySelectorAll("table").Length, html.Split("<table").Length - 1);
    }

    [Fact]
    public void Hostile_text_is_text_in_every_part_and_nothing_is_fetched_from_anywhere()
    {
        var html = ReportHtml.Write(SomeReport.Rich(Hostile) with { Brand = Hostile, Filter = Hostile, Simulated = true }, Frame);
        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, object, form, svg, [onerror], [src]"));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.StartsWith("https://listening.example/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', html);
        Assert.DoesNotContain('\0', html);
        var text = ReportPlain.Write(SomeReport.Rich(Hostile), Frame);
        Assert.DoesNotContain(text.Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal) || line == ".");
        Assert.Contains("'=cmd", ReportCsv.Of(SomeReport.Of(new("Acme", Some.Instant, Some.Instant.AddDays(1)), "=cmd|' /C calc'!A0")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_is_one_line_and_no_second_header_whatever_the_first_sentence_is()
    {
        var report = SomeReport.Of(new("Acme", new(2026, 1, 4, 23, 0, 0, TimeSpan.Zero), new(2026, 1, 11, 23, 0, 0, TimeSpan.Zero)), Hostile) with { Simulated = true };
        var subject = ReportWords.Subject(report);
        Assert.StartsWith("SIMULATED: Acme, 5–11 Jan 2026: \"><script>", subject, StringComparison.Ordinal);
        Assert.DoesNotContain(subject, char.IsControl);
        using var mail = new MimeMessage([new MailboxAddress("", "a@example.com")], [new MailboxAddress("", "b@example.com")], subject, new TextPart("plain") { Text = "" });
        using var sent = new MemoryStream();
        mail.WriteTo(sent, TestContext.Current.CancellationToken);
        Assert.Null(MimeMessage.Load(new MemoryStream(sent.ToArray()), TestContext.Current.CancellationToken).Headers["Bcc"]);
    }

    [Fact]
    public void Who_has_a_link_is_led_nowhere()
    {
        var page = new HtmlParser().ParseDocument(ReportHtml.Write(SomeReport.Rich("text"), new(null, null, [])));
        Assert.Empty(page.QuerySelectorAll("a"));
    }

    [Theory]
    [InlineData("ana@example.com", true)]
    [InlineData("ana+weekly@mail.example.com", true)]
    [InlineData("Ana <ana@example.com>", false)]
    [InlineData("ana@example.com, ben@example.com", false)]
    [InlineData("ana@example.com\r\nBcc: all@example.com", false)]
    [InlineData("ana@@example.com", false)]
    [InlineData("ana", false)]
    [InlineData("@example.com", false)]
    [InlineData("", false)]
    public void A_recipient_is_one_plain_address(string address, bool good) => Assert.Equal(good, ReportRules.Fault([address]) is null);

    [Fact]
    public void A_schedule_needs_somebody_who_gets_it_a_brand_of_ours_and_an_hour_of_the_day()
    {
        var registry = new BrandRegistry([new Brand { Name = "Acme", Kind = BrandKind.Own }]);
        var good = new ReportSchedule
        {
            Id = Guid.Empty, Brand = "Acme", Cadence = ReportCadence.Daily, Hour = 23, Recipients = ["a@example.com"], Formats = [], Webhook = false, Comparison = ReportComparison.None,
            Enabled = true, Since = Some.Instant, By = "",
        };
        Assert.Null(ReportRules.Fault(good, registry));
        Assert.Null(ReportRules.Fault(good with { Brand = null, Recipients = [], Webhook = true }, registry));
        Assert.Equal("'brand' is none of ours.", ReportRules.Fault(good with { Brand = "Bolt" }, registry));
        Assert.Equal("'hour' is 0 to 23.", ReportRules.Fault(good with { Hour = 24 }, registry));
        Assert.StartsWith("Somebody has to get it", ReportRules.Fault(good with { Recipients = [] }, registry), StringComparison.Ordinal);
        Assert.Equal("At most 50 addresses get it.", ReportRules.Fault([.. Enumerable.Range(0, 51).Select(i => $"a{i}@example.com")]));
    }

    [Fact]
    public async Task Where_there_is_a_Chromium_a_report_is_printed_with_all_its_text_and_without_the_network()
    {
        var printer = new ReportPrinter(new(), NullLogger<ReportPrinter>.Instance);
        Assert.SkipUnless(printer.IsPresent, "There is no Chromium on the PATH.");
        var (pdf, reason) = await printer.PrintAsync(ReportHtml.Write(SomeReport.Rich("A sentence of some length."), Frame), TestContext.Current.CancellationToken);
        Assert.Null(reason);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf!, 0, 5));
        Assert.InRange(pdf!.Length, 10_000, 2_000_000);
    }

    [Fact]
    public async Task A_printer_that_does_not_print_is_a_sentence_and_no_failure()
    {
        var (pdf, reason) = await new ReportPrinter(new() { Chromium = "/bin/false" }, NullLogger<ReportPrinter>.Instance).PrintAsync("<p>", TestContext.Current.CancellationToken);
        Assert.Equal((null, "Without PDF: Chromium did not print it."), (pdf, reason));
    }
}
