using Listening.Store;
using Xunit;

namespace Listening.Tests.Store;

/// <summary>What "on the disk" means is set on the tables themselves.</summary>
public sealed class DurabilityTests(EngineFixture engine)
{
    private const string Synced = "SELECT name FROM system.tables WHERE database = currentDatabase() AND engine_full LIKE '%fsync_after_insert = 1, fsync_part_directory = 1%' ORDER BY name";

    [Fact]
    public async Task Every_table_of_truth_and_facts_waits_for_the_disk_when_asked_and_no_longer_when_not()
    {
        await using var store = await OpenStore.NewAsync(engine);
        string[] truth = ["batches", "case_events", "labels", "marks", "post_versions"];

        Assert.Empty(await SyncedAsync(store));
        await using (var durable = await OpenAsync(store, Durability.Disk)) Assert.Superset(truth.Concat(["posts", "waits"]).ToHashSet(), (await SyncedAsync(store)).ToHashSet());
        await using (var again = await OpenAsync(store, Durability.Process)) Assert.Empty(await SyncedAsync(store));
    }

    private static async Task<StoreRoom> OpenAsync(OpenStore store, Durability durability) =>
        await StoreRoom.OpenAsync(store.Databases, store.Options with { Durability = durability }, TimeProvider.System, null, TestContext.Current.CancellationToken);

    private static async Task<List<string>> SyncedAsync(OpenStore store)
    {
        var names = new List<string>();
        await foreach (var row in store.Main.ReadAsync(new(Synced, new Dictionary<string, object?>()), TestContext.Current.CancellationToken)) names.Add(row.Get<string>("name"));
        return names;
    }
}
