using Listening.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Listening.Tests.Desk;

public sealed class DeskStoreTests : DeskStoreContract
{
    private readonly DeskFile file;

    public DeskStoreTests() : this(new DeskFile())
    {
    }

    private DeskStoreTests(DeskFile file) : base(file, new DeskFile()) => this.file = file;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

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
    public async Task The_lock_of_a_process_that_was_killed_while_it_migrated_keeps_nobody_out()
    {
        using var directory = new TemporaryDirectory();
        var path = directory.File("desk.db");
        await using (var killed = DeskStore.Sqlite(path))
        {
            // EF's own lock, which nobody gives back.
            await killed.ReadAsync(desk => desk.GetService<IHistoryRepository>().AcquireDatabaseLockAsync(Cancelled), Cancelled);
        }

        await using var next = DeskStore.Sqlite(path);
        await next.MigrateAsync(Cancelled);
        Assert.Empty(await next.ReadAsync(desk => desk.Database.GetPendingMigrationsAsync(Cancelled), Cancelled));
    }

    [Fact]
    public async Task No_migration_leaves_its_transaction_so_one_that_was_killed_left_nothing()
    {
        var commands = await file.Store.ReadAsync(desk =>
        {
            var (assembly, generator) = (desk.GetService<IMigrationsAssembly>(), desk.GetService<IMigrationsSqlGenerator>());
            return Task.FromResult(assembly.Migrations
                .Select(named => assembly.CreateMigration(named.Value, desk.Database.ProviderName!))
                .SelectMany(migration => generator.Generate(migration.UpOperations, migration.TargetModel))
                .ToList());
        }, Cancelled);
        Assert.NotEmpty(commands);
        Assert.Empty(commands.Where(command => command.TransactionSuppressed).Select(command => command.CommandText));
    }
}
