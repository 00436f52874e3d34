using Listening.Desk;
using Listening.Desk.Projecting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What the relational store promises, whatever the database.</summary>
public abstract class DeskStoreContract(TestDesk desk, TestDesk empty) : IAsyncLifetime
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => desk.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await empty.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Migrations_say_what_the_model_says() =>
        Assert.False(await desk.Store.ReadAsync(rows => Task.FromResult(rows.Database.HasPendingModelChanges()), Cancelled));

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        await desk.Store.MigrateAsync(Cancelled);
        Assert.Empty(await desk.Store.ReadAsync(rows => rows.Database.GetPendingMigrationsAsync(Cancelled), Cancelled));
    }

    [Fact]
    public async Task Ten_that_migrate_an_empty_database_at_once_all_find_it_migrated()
    {
        await empty.PrepareAsync();
        var stores = Enumerable.Range(0, 10).Select(_ => empty.Another()).ToList();
        await Task.WhenAll(stores.Select(store => Task.Run(() => store.MigrateAsync(Cancelled), Cancelled)));
        Assert.Empty(await stores[0].ReadAsync(rows => rows.Database.GetPendingMigrationsAsync(Cancelled), Cancelled));
    }

    [Fact]
    public async Task Fifty_writers_that_read_first_lose_nothing_in_two_processes_worth_of_queues()
    {
        var other = desk.Another();
        await desk.Store.WriteAsync(rows => Task.FromResult(rows.Leases.Add(
            new LeaseRow { Name = "counter", Holder = "", Epoch = 0, Until = desk.Time.GetUtcNow() }).Entity.Name), Cancelled);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++) await AddOneAsync(writer % 2 == 0 ? desk.Store : other);
        }, Cancelled)));

        Assert.Equal(500, await desk.Store.ReadAsync(rows => rows.Leases.Where(row => row.Name == "counter").Select(row => row.Epoch).SingleAsync(Cancelled), Cancelled));
    }

    [Fact]
    public async Task What_fails_in_the_middle_of_a_write_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Store.WriteAsync<int>(async rows =>
        {
            rows.Leases.Add(new LeaseRow { Name = "half", Holder = "", Epoch = 0, Until = desk.Time.GetUtcNow() });
            await rows.SaveChangesAsync(Cancelled);
            throw new InvalidOperationException("in the middle");
        }, Cancelled));
        Assert.False(await desk.Store.ReadAsync(rows => rows.Leases.AnyAsync(row => row.Name == "half", Cancelled), Cancelled));
    }

    private static Task<int> AddOneAsync(DeskStore store) => store.WriteAsync(async rows =>
    {
        var lease = await rows.Leases.AsNoTracking().SingleAsync(row => row.Name == "counter", Cancelled);
        rows.Update(lease with { Epoch = lease.Epoch + 1 });
        return await rows.SaveChangesAsync(Cancelled);
    }, Cancelled);
}
