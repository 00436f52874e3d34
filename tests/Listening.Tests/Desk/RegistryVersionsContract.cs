using Listening.Brands;
using Listening.Desk.Brands;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What the versions of the registry do, whatever the database.</summary>
public abstract class RegistryVersionsContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly RegistryContent Configured = new() { Brands = [new() { Name = "Delta", Handles = ["twitter:Delta"] }] };
    private static readonly RegistryContent Wished = Configured with { TimeZone = "America/New_York", WeekStart = DayOfWeek.Sunday };
    private RegistryVersions versions = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        versions = new RegistryVersions(desk.Store, desk.Time);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task As_long_as_nothing_is_set_there_is_no_version()
    {
        Assert.Null(await versions.NewestAsync(Cancelled));
        Assert.Equal(0, await versions.NumberAsync(Cancelled));
        Assert.Empty(await versions.ListAsync(Cancelled));
    }

    [Fact]
    public async Task Versions_are_kept_with_who_and_when_and_why()
    {
        await AddAsync(0, Wished, "first");
        desk.Time.Advance(TimeSpan.FromHours(1));
        await AddAsync(1, Wished with { Brands = [] }, "second “quoted” 🍎");

        var every = await versions.ListAsync(Cancelled);
        Assert.Equal([(2, "second “quoted” 🍎"), (1, "first")], every.Select(version => (version.Number, version.Note)));
        Assert.Equal([desk.Time.GetUtcNow(), desk.Time.GetUtcNow().AddHours(-1)], every.Select(version => version.At));
        Assert.All(every, version => Assert.Equal(("amy@example.com", Configured.ToJson()), (version.Actor, version.Configuration.ToJson())));
        Assert.Equal(Wished.ToJson(), every[1].Content.ToJson());
        Assert.Empty((await versions.NewestAsync(Cancelled))!.Content.Brands);
    }

    [Fact]
    public async Task Who_saw_an_older_version_adds_nothing()
    {
        await AddAsync(0, Wished, "first");

        Assert.Null(await AddAsync(0, Configured, "late"));
        Assert.Null(await AddAsync(2, Configured, "early"));
        Assert.Equal(1, await versions.NumberAsync(Cancelled));
    }

    [Fact]
    public async Task Of_ten_who_change_one_version_at_once_one_wins_among_processes_too()
    {
        RegistryVersions[] processes = [versions, new(desk.Another(), desk.Time)];
        var added = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(
            () => processes[i % 2].AddAsync(0, $"person {i}", "", Wished, Configured, Cancelled), Cancelled)));

        var winner = Assert.Single(added, version => version is not null)!;
        Assert.Equal(winner.Actor, Assert.Single(await versions.ListAsync(Cancelled)).Actor);
    }

    private Task<RegistryVersion?> AddAsync(int after, RegistryContent content, string note) =>
        versions.AddAsync(after, "amy@example.com", note, content, Configured, Cancelled);
}
