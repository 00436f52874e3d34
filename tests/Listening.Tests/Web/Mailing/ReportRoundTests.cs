using Listening.Access;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Desk.Reporting;
using Listening.Reporting;
using Listening.Reporting.Sending;
using Listening.Sources.Http;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Desk;
using Listening.Tests.Reporting;
using Listening.Web.Alerts;
using Listening.Web.Mailing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Xunit;

namespace Listening.Tests.Web.Mailing;

/// <summary>Rounds over a real store and a real mail server.</summary>
public sealed class ReportRoundTests : IAsyncLifetime
{
    private static readonly Actor Ana = new("ana@example.com", null);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private readonly DeskFile desk = new();
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private readonly OutgoingHttp http = new(OutgoingRules.PublicOnly, TimeProvider.System);
    private readonly MemorySources sources = new();
    private MailServer mails = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        mails = await MailServer.StartAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await mails.DisposeAsync();
        await desk.DisposeAsync();
        await services.DisposeAsync();
        http.Dispose();
    }

    [Fact]
    public async Task After_three_missed_weeks_one_report_of_the_newest_arrives_and_the_next_a_week_later()
    {
        await ScheduleAsync();
        var writer = new Writer();
        desk.Time.Advance(TimeSpan.FromDays(23));
        for (var start = 0; start < 3; start++) await Round(writer).GoAsync(Cancelled);
        var mail = Assert.Single(await mails.MailsAsync(1, Cancelled));
        // Monday 23 March at eight in Berlin was the newest that was due; asked at Wednesday.
        Assert.Equal((At(2026, 3, 15, 23), At(2026, 3, 22, 23)), Assert.Single(writer.Asked.Select(question => (question.From, question.To))));
        Assert.StartsWith("Acme, 16–22 Mar 2026: ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal((1, ReportMessageState.Sent), await StateAsync());

        // Through the switch of clocks.
        desk.Time.SetUtcNow(At(2026, 3, 30, 5).AddMinutes(59));
        await Round(writer).GoAsync(Cancelled);
        Assert.Single(writer.Asked);
        desk.Time.SetUtcNow(At(2026, 3, 30, 6));
        await Round(writer).GoAsync(Cancelled);
        Assert.Equal((At(2026, 3, 22, 23), At(2026, 3, 29, 22)), (writer.Asked[1].From, writer.Asked[1].To));
        Assert.Equal(2, (await mails.MailsAsync(2, Cancelled)).Count);
    }

    [Theory]
    [InlineData("before", ReportMessageState.PerhapsTwice)]
    [InlineData("cut", ReportMessageState.PerhapsTwice)]
    [InlineData("refuse", ReportMessageState.Sent)]
    public async Task What_broke_off_before_it_was_whole_is_sent_again(string fate, ReportMessageState said)
    {
        await mails.WillAsync(fate);
        await DueAsync();
        Assert.Equal((1, ReportMessageState.Waiting), await StateAsync());
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        await Round().GoAsync(Cancelled);
        Assert.Single(await mails.MailsAsync(1, Cancelled));
        Assert.Equal((2, said), await StateAsync());
    }

    [Fact]
    public async Task What_the_server_took_and_did_not_say_comes_again_as_the_same_message_with_the_same_content()
    {
        await mails.WillAsync("after");
        await DueAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(10));
        // Another writer, another minute: what was written once is what is sent.
        await Round(new Writer("Another sentence.")).GoAsync(Cancelled);
        var came = await mails.MailsAsync(2, Cancelled);
        Assert.Equal((came[0].MessageId, came[0].Date, came[0].Subject, came[0].TextBody, came[0].HtmlBody), (came[1].MessageId, came[1].Date, came[1].Subject, came[1].TextBody, came[1].HtmlBody));
        Assert.Equal((2, ReportMessageState.PerhapsTwice), await StateAsync());
        await Round().GoAsync(Cancelled);
        Assert.Equal(2, (await mails.MailsAsync(2, Cancelled)).Count);
    }

    [Fact]
    public async Task After_a_pause_the_sources_are_read_first_and_one_that_cannot_be_is_waited_for_a_quarter_of_an_hour()
    {
        var source = new ConfiguredSource(Guid.NewGuid(), "mastodon", "mastodon") { Every = TimeSpan.FromMinutes(5), Added = desk.Time.GetUtcNow() };
        sources.Sources[source.Id] = source;
        await sources.WriteAsync(source.Id, new() { Complete = desk.Time.GetUtcNow() }, Cancelled);
        await ScheduleAsync();
        desk.Time.Advance(TimeSpan.FromDays(7));
        var writer = new Writer();
        var round = Round(writer);
        await round.GoAsync(Cancelled);
        desk.Time.Advance(TimeSpan.FromMinutes(14));
        await round.GoAsync(Cancelled);
        Assert.Empty(writer.Asked);
        await sources.WriteAsync(source.Id, new() { Complete = desk.Time.GetUtcNow() }, Cancelled);
        await round.GoAsync(Cancelled);
        Assert.Single(writer.Asked);

        desk.Time.Advance(TimeSpan.FromDays(7));
        round = Round(writer);
        await round.GoAsync(Cancelled);
        Assert.Single(writer.Asked);
        desk.Time.Advance(SourcesRead.Patience);
        await round.GoAsync(Cancelled);
        Assert.Equal(2, writer.Asked.Count);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_keeps_no_other_one_back_and_is_tried_again()
    {
        await ScheduleAsync("Broken");
        await ScheduleAsync();
        desk.Time.Advance(TimeSpan.FromDays(7));
        await Round().GoAsync(Cancelled);
        Assert.Single(await mails.MailsAsync(1, Cancelled));
        await Round(new Writer(broken: "none")).GoAsync(Cancelled);
        Assert.Equal(2, (await mails.MailsAsync(2, Cancelled)).Count);
    }

    [Fact]
    public async Task A_mail_has_text_HTML_and_CSV_and_says_that_there_is_no_PDF_where_there_is_no_Chromium()
    {
        await DueAsync();
        var mail = Assert.Single(await mails.MailsAsync(1, Cancelled));
        Assert.Equal(("a@example.com", "listening@example.com"), (mail.To.Mailboxes.Single().Address, mail.From.Mailboxes.Single().Address));
        Assert.Contains("44 min", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://listening.example/operations?list=complaints", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://listening.example/report?sent=", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Without PDF", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Without PDF", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(["report-acme-2026-03-02.csv"], mail.Attachments.Select(part => part.ContentDisposition?.FileName));
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        var html = mail.BodyParts.OfType<TextPart>().Single(part => part.IsHtml);
        using var encoded = new MemoryStream();
        await html.WriteToAsync(encoded, Cancelled);
        Assert.InRange(encoded.Length, 1, 100_000);
    }

    private async Task DueAsync()
    {
        await ScheduleAsync();
        desk.Time.Advance(TimeSpan.FromDays(7));
        await Round().GoAsync(Cancelled);
    }

    private Task<ReportSchedule> ScheduleAsync(string brand = "Acme") => new ReportSchedules(desk.Store, desk.Time).AddAsync(
        new()
        {
            Id = Guid.NewGuid(), Brand = brand, Cadence = ReportCadence.Weekly, Hour = 8, Recipients = ["a@example.com"], Formats = [ReportFormat.Csv, ReportFormat.Pdf], Webhook = false,
            Comparison = ReportComparison.Previous, Enabled = true, Since = desk.Time.GetUtcNow(), By = "ana",
        },
        Ana, Cancelled);

    private async Task<(int Tries, ReportMessageState State)> StateAsync()
    {
        var message = Assert.Single(Assert.Single(await new ReportShelf(desk.Store).ListAsync(null, 10, Cancelled)).Messages);
        return (message.Tries, message.State);
    }

    // Each stands for a start of the program.
    private ReportRound Round(Writer? writer = null)
    {
        var (store, nothing) = (desk.Another(), new ConfigurationBuilder().Build());
        var from = new MailSettings("127.0.0.1", mails.Port, "", new MailboxAddress("Listening", "listening@example.com"), [], Plain: true);
        var settings = new ReportSettings { Chromium = "none" };
        var post = new ReportPost(
            services, settings, new() { Rules = new(), Root = "https://listening.example" }, new(http, desk.Time), new(settings, NullLogger<ReportPrinter>.Instance), nothing, new NoSecrets(),
            new(from, nothing, new NoSecrets()));
        var registry = new CurrentRegistry(new RegistryInUse(0, new BrandRegistry([]), Berlin, DayOfWeek.Monday));
        return new(new(store, desk.Time), new(store), new(store), post, new(sources, sources, desk.Time), registry, writer ?? new Writer(), desk.Time, NullLogger<ReportRound>.Instance);
    }

    private static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private sealed class Writer(string sentence = "The median first answer is 44 min, before 31 min.", string broken = "Broken") : IReportWriter
    {
        public List<ReportQuestion> Asked { get; } = [];

        public Task<EngagementReport> WriteAsync(ReportQuestion question, CancellationToken cancellationToken)
        {
            if (question.Brand == broken) throw new InvalidOperationException("The facts are away.");
            Asked.Add(question);
            return Task.FromResult(SomeReport.Of(question, sentence));
        }
    }

    private sealed class NoSecrets : ISecretReader
    {
        public Task<string?> ReadAsync(string name, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
    }
}
