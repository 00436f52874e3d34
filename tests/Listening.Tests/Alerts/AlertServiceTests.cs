using Listening.Alerts;
using Listening.Brands;
using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Alerts;
using Listening.Desk.Cases;
using Listening.Tests.Desk;
using Listening.Web.Alerts;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Listening.Tests.Alerts;

/// <summary>Looks of the alert service over a real store, with a channel that keeps what it gets.</summary>
public sealed class AlertServiceTests : IAsyncLifetime
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private readonly DeskFile desk = new();
    private readonly Finder finder = new();
    private readonly Channel channel = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => desk.InitializeAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task In_quiet_hours_of_the_reporting_zone_everything_stands_on_the_screen_and_is_sent_as_one_digest_when_they_end()
    {
        // 22:30 in Berlin, which is 21:30 in UTC; until 07:00 there.
        desk.Time.SetUtcNow(new(2026, 3, 2, 21, 30, 0, TimeSpan.Zero));
        var service = Service(new() { QuietFrom = new(22, 0), QuietTo = new(7, 0) });
        finder.Found = [Finding("late case 1")];
        await LookAsync(service, TimeSpan.Zero);
        finder.Found = [Finding("late case 1"), Finding("late case 2", AlertKind.Spike)];
        await LookAsync(service, TimeSpan.FromHours(2));
        Assert.Equal(2, (await ListAsync()).Count);
        // Longer than the cooldown: both are raised once more, and told once.
        await LookAsync(service, new TimeSpan(6, 29, 0));
        Assert.Equal(4, (await ListAsync()).Count);
        Assert.Empty(channel.Sent);
        await LookAsync(service, TimeSpan.FromMinutes(1));
        Assert.Equal("2 alerts: 1 late, 1 spikes", Assert.Single(channel.Sent).Content.Subject());
    }

    [Fact]
    public async Task The_same_is_told_again_only_after_the_cooldown_and_what_is_new_at_once()
    {
        var service = Service(new() { Cooldown = TimeSpan.FromHours(4) });
        finder.Found = [Finding("spike Acme")];
        await LookAsync(service, TimeSpan.Zero);
        await LookAsync(service, TimeSpan.FromMinutes(1));
        Assert.Single(channel.Sent);
        await LookAsync(service, TimeSpan.FromHours(3));
        Assert.Single(channel.Sent);
        finder.Found = [Finding("spike Acme"), Finding("spike Bolt")];
        await LookAsync(service, TimeSpan.FromMinutes(30));
        await LookAsync(service, TimeSpan.FromMinutes(1));
        Assert.Equal("spike Bolt", Assert.Single(channel.Sent[1].Content.Listed).Finding.Key);
        // Four hours after the first.
        await LookAsync(service, TimeSpan.FromMinutes(28));
        await LookAsync(service, TimeSpan.FromMinutes(1));
        Assert.Equal("spike Acme", Assert.Single(channel.Sent[2].Content.Listed).Finding.Key);
        Assert.Equal((3, 3), (channel.Sent.Count, (await ListAsync()).Count));
    }

    [Fact]
    public async Task What_a_late_import_shows_as_answered_in_quiet_hours_is_taken_back_on_the_screen_and_never_sent()
    {
        desk.Time.SetUtcNow(new(2026, 3, 2, 21, 30, 0, TimeSpan.Zero));
        var board = new CaseBoard(desk.Store, new(), desk.Time);
        var opened = desk.Time.GetUtcNow().AddHours(-2);
        await board.TellAsync([Told(opened, null)], Cancelled);
        var service = Service(new() { QuietFrom = new(22, 0), QuietTo = new(7, 0) }, new CaseAlerts(desk.Store, new()));
        await LookAsync(service, TimeSpan.Zero);
        Assert.Null(Assert.Single(await ListAsync()).WithdrawnAt);
        await board.TellAsync([Told(opened, opened.AddMinutes(5))], Cancelled);
        await LookAsync(service, TimeSpan.FromMinutes(1));
        Assert.StartsWith("It was answered at 2026-03-02 19:35:00 UTC", Assert.Single(await ListAsync()).Because, StringComparison.Ordinal);
        await LookAsync(service, TimeSpan.FromHours(12));
        Assert.Empty(channel.Sent);
    }

    [Fact]
    public async Task What_a_channel_did_not_take_is_tried_again_as_the_same_message_and_not_in_quiet_hours()
    {
        desk.Time.SetUtcNow(new(2026, 3, 2, 20, 58, 0, TimeSpan.Zero));
        var service = Service(new() { QuietFrom = new(22, 0), QuietTo = new(7, 0) });
        finder.Found = [Finding("late case 1")];
        channel.Refuses = true;
        await LookAsync(service, TimeSpan.Zero);
        await LookAsync(service, TimeSpan.FromMinutes(1));
        var first = Assert.Single(channel.Sent);
        channel.Refuses = false;
        await LookAsync(service, TimeSpan.FromMinutes(2));
        Assert.Single(channel.Sent);
        await LookAsync(service, TimeSpan.FromHours(9));
        Assert.Equal([first.Id, first.Id], channel.Sent.Select(message => message.Id));
    }

    private async Task LookAsync(AlertService service, TimeSpan later)
    {
        desk.Time.Advance(later);
        await service.LookAsync(Cancelled);
    }

    private Task<IReadOnlyList<Alert>> ListAsync() => new AlertBook(desk.Store).ListAsync(null, 10, Cancelled);

    private AlertService Service(AlertRules rules, IAlertFinder? looks = null) => new(
        [looks ?? finder], new(desk.Store), new(desk.Store), [channel], new() { Rules = rules, Root = "" },
        new CurrentRegistry(new RegistryInUse(0, new BrandRegistry([]), Berlin, DayOfWeek.Monday)), desk.Time, NullLogger<AlertService>.Instance);

    private static AlertFinding Finding(string key, AlertKind kind = AlertKind.Breach) => new(kind, key, "Acme", key, "/triage");

    private static ToldCase Told(DateTimeOffset opened, DateTimeOffset? closed)
    {
        var wait = new Wait { Brand = "Acme", Author = "ana", Number = 1, Opener = 1, OpenedAt = opened, Episode = 1, FirstOfEpisode = true, ClosedAt = closed };
        return new(1, "Acme", "ana", [1], wait, new(Some.Post(), Arrival.Live, "en", "", "", ""));
    }

    private sealed class Finder : IAlertFinder
    {
        public IReadOnlyList<AlertFinding> Found { get; set; } = [];

        public Task<IReadOnlyList<AlertFinding>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(Found);
    }

    private sealed class Channel : IAlertChannel
    {
        public List<AlertMessage> Sent { get; } = [];

        public bool Refuses { get; set; }

        public string Name => "kept";

        public Task SendAsync(AlertMessage message, CancellationToken cancellationToken)
        {
            Sent.Add(message);
            return Refuses ? throw new AlertUnsentException("not now") : Task.CompletedTask;
        }
    }
}
