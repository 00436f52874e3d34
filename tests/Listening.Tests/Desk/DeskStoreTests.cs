using Listening.Desk;
using Listening.Desk.Projecting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Listening.Tests.Desk;

public sealed class DeskStoreTests(DeskFile file) : IClassFixture<DeskFile>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Migrations_say_what_the_model_says() =>
        Assert.False(await file.Store.ReadAsync(desk => Task.FromResult(desk.Database.HasPendingModelChanges()), Cancelled));

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        await file.Store.MigrateAsync(Cancelled);
        Assert.Empty(await file.Store.ReadAsync(desk => desk.Database.GetPendingMigrationsAsync(Cancelled), Cancelled));
    }

    [Fact]
    public async Task The_file_is_written_ahead_and_kept_over_a_power_cut()
    {
        var (journal, synchronous) = await file.Store.ReadAsync(async desk =>
        {
            var mode = await desk.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Cancelled);
            var level = await desk.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Cancelled);
            return (mode, level);
        }, Cancelled);
        Assert.Equal("wal", journal);
        Assert.Equal(2, synchronous);
    }

    [Fact]
    public async Task Fifty_writers_that_read_first_lose_nothing_in_two_processes_worth_of_queues()
    {
        // Two stores on one file stand for two processes: they share no queue, only SQLite's own lock.
        using var other = DeskStore.Sqlite(file.Path);
        await file.Store.WriteAsync(desk => Task.FromResult(desk.Leases.Add(
            new LeaseRow { Name = "counter", Holder = "", Epoch = 0, Until = file.Time.GetUtcNow() }).Entity.Name), Cancelled);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++) await AddOneAsync(writer % 2 == 0 ? file.Store : other);
        }, Cancelled)));

        Assert.Equal(500, await file.Store.ReadAsync(desk => desk.Leases.Where(row => row.Name == "counter").Select(row => row.Epoch).SingleAsync(Cancelled), Cancelled));
    }

    [Fact]
    public async Task What_fails_in_the_middle_of_a_write_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => file.Store.WriteAsync<int>(async desk =>
        {
            desk.Leases.Add(new LeaseRow { Name = "half", Holder = "", Epoch = 0, Until = file.Time.GetUtcNow() });
            await desk.SaveChangesAsync(Cancelled);
            throw new InvalidOperationException("in the middle");
        }, Cancelled));
        Assert.False(await file.Store.ReadAsync(desk => desk.Leases.AnyAsync(row => row.Name == "half", Cancelled), Cancelled));
    }

    private static Task<int> AddOneAsync(DeskStore store) => store.WriteAsync(async desk =>
    {
        var lease = await desk.Leases.AsNoTracking().SingleAsync(row => row.Name == "counter", Cancelled);
        desk.Update(lease with { Epoch = lease.Epoch + 1 });
        return await desk.SaveChangesAsync(Cancelled);
    }, Cancelled);
}
