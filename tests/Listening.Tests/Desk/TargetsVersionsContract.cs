using Listening.Calendars;
using Listening.Desk.Calendars;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What the versions of calendars and targets do, whatever the database.</summary>
public abstract class TargetsVersionsContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly TargetsContent Wished = new() { Targets = [new() { Name = "all", FirstAnswer = 60 }] };
    private TargetsVersions versions = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        versions = new(desk.Store, desk.Time);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Versions_are_added_one_after_the_other_with_when_they_are_in_force_and_never_twice_over_the_same()
    {
        Assert.Equal(0, await versions.NumberAsync(Cancelled));
        var now = desk.Time.GetUtcNow();
        var first = await versions.AddAsync(0, null, "ana", "why", Wished, Cancelled);
        Assert.Equal((1, now, now, false), (first!.Number, first.At, first.From, first.ReachesBack));
        Assert.Null(await versions.AddAsync(0, null, "ben", "", TargetsContent.Empty, Cancelled));
        var second = await versions.AddAsync(1, now.AddDays(-3), "ben", "", TargetsContent.Empty, Cancelled);
        Assert.True(second!.ReachesBack);
        var kept = await versions.ListAsync(Cancelled);
        Assert.Equal([2, 1], kept.Select(version => version.Number));
        Assert.Equal(("ana", "why", Wished.ToJson(), now), (kept[1].Actor, kept[1].Note, kept[1].Content.ToJson(), kept[1].From));
        Assert.Equal(now.AddDays(-3), kept[0].From);
    }
}
