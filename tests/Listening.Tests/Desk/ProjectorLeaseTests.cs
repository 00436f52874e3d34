using Listening.Desk.Projecting;
using Xunit;

namespace Listening.Tests.Desk;

public sealed class ProjectorLeaseTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly DeskFile file = new();
    private readonly ProjectorLease lease;

    public ProjectorLeaseTests() => lease = new ProjectorLease(file.Store, file.Time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => file.InitializeAsync();

    public ValueTask DisposeAsync() => file.DisposeAsync();

    [Fact]
    public async Task One_holds_it_and_prolongs_it_within_its_epoch()
    {
        Assert.Equal(1, await lease.TakeAsync("first", Minute, Cancelled));
        file.Time.Advance(Minute / 2);
        Assert.Equal(1, await lease.TakeAsync("first", Minute, Cancelled));
        file.Time.Advance(Minute - TimeSpan.FromMilliseconds(1));
        Assert.Null(await lease.TakeAsync("second", Minute, Cancelled));
    }

    [Fact]
    public async Task It_passes_on_when_it_ran_out_and_the_epoch_grows()
    {
        await lease.TakeAsync("first", Minute, Cancelled);
        file.Time.Advance(Minute);
        Assert.Equal(2, await lease.TakeAsync("second", Minute, Cancelled));
        Assert.Null(await lease.TakeAsync("first", Minute, Cancelled));
    }

    [Fact]
    public async Task A_holder_that_let_it_run_out_gets_a_new_epoch_too()
    {
        await lease.TakeAsync("first", Minute, Cancelled);
        file.Time.Advance(Minute);
        Assert.Equal(2, await lease.TakeAsync("first", Minute, Cancelled));
    }

    [Fact]
    public async Task It_can_be_given_back_by_its_holder_alone()
    {
        await lease.TakeAsync("first", Minute, Cancelled);
        await lease.ReleaseAsync("second", Cancelled);
        Assert.Null(await lease.TakeAsync("second", Minute, Cancelled));
        await lease.ReleaseAsync("first", Cancelled);
        Assert.Equal(2, await lease.TakeAsync("second", Minute, Cancelled));
    }
}
