using Listening.Desk.Projecting;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What the projector's lease does, whatever the database.</summary>
public abstract class ProjectorLeaseContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private ProjectorLease lease = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        lease = new ProjectorLease(desk.Store, desk.Time);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task One_holds_it_and_prolongs_it_within_its_epoch()
    {
        Assert.Equal(1, await lease.TakeAsync("first", Minute, 0, Cancelled));
        desk.Time.Advance(Minute / 2);
        Assert.Equal(1, await lease.TakeAsync("first", Minute, 0, Cancelled));
        desk.Time.Advance(Minute - TimeSpan.FromMilliseconds(1));
        Assert.Null(await lease.TakeAsync("second", Minute, 0, Cancelled));
    }

    [Fact]
    public async Task It_passes_on_when_it_ran_out_and_the_epoch_grows()
    {
        await lease.TakeAsync("first", Minute, 0, Cancelled);
        desk.Time.Advance(Minute);
        Assert.Equal(2, await lease.TakeAsync("second", Minute, 0, Cancelled));
        Assert.Null(await lease.TakeAsync("first", Minute, 0, Cancelled));
    }

    [Fact]
    public async Task A_holder_that_let_it_run_out_gets_a_new_epoch_too()
    {
        await lease.TakeAsync("first", Minute, 0, Cancelled);
        desk.Time.Advance(Minute);
        Assert.Equal(2, await lease.TakeAsync("first", Minute, 0, Cancelled));
    }

    [Fact]
    public async Task It_can_be_given_back_by_its_holder_alone()
    {
        await lease.TakeAsync("first", Minute, 0, Cancelled);
        await lease.ReleaseAsync("second", Cancelled);
        Assert.Null(await lease.TakeAsync("second", Minute, 0, Cancelled));
        await lease.ReleaseAsync("first", Cancelled);
        Assert.Equal(2, await lease.TakeAsync("second", Minute, 0, Cancelled));
    }

    [Fact]
    public async Task Of_twenty_that_take_it_at_once_one_gets_it()
    {
        var processes = new[] { lease, new ProjectorLease(desk.Another(), desk.Time) };
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => processes[i % 2].TakeAsync($"holder {i}", Minute, 0, Cancelled), Cancelled)));
        Assert.Equal(1, Assert.Single(taken, epoch => epoch is not null));
    }

    [Fact]
    public async Task The_epoch_is_above_what_is_asked_for_and_the_same_while_it_is()
    {
        Assert.Equal(8, await lease.TakeAsync("first", Minute, 7, Cancelled));
        Assert.Equal(8, await lease.TakeAsync("first", Minute, 7, Cancelled));
        Assert.Equal(9, await lease.TakeAsync("first", Minute, 8, Cancelled));
        Assert.Null(await lease.TakeAsync("second", Minute, 100, Cancelled));
        Assert.Equal(9, await lease.TakeAsync("first", Minute, 0, Cancelled));
    }
}
