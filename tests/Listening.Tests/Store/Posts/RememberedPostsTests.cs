using Listening.Collecting;
using Listening.Store;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Store.Posts;

/// <summary>A store that remembers which posts it has is as exact as one that looks every one up.</summary>
public sealed class RememberedPostsTests(EngineFixture engine)
{
    [Fact]
    public async Task Posts_stored_before_the_start_while_keys_are_read_and_afterwards_are_known_and_new_ones_are_not_looked_up()
    {
        await using var before = await OpenStore.NewAsync(engine);
        await before.StoreAsync(Posts("old", 50));
        await using var store = await before.AgainAsync();
        var lookUps = LookUps(store.Room);
        var stored = 0;
        for (var last = -1; last != lookUps.Count; stored++)
        {
            last = lookUps.Count;
            Assert.Equal(new StoreReceipt(10, 0, 0), await store.StoreAsync(Posts($"new-{stored}", 10)));
        }

        Assert.Equal(new StoreReceipt(5, 50, 0), await store.StoreAsync(Posts("old", 50).Concat(Posts("last", 5))));
        for (var i = 0; i < stored; i++) Assert.Equal(new StoreReceipt(0, 10, 0), await store.StoreAsync(Posts($"new-{i}", 10)));
        var edited = Posts("old", 1).Select(post => post with { Post = post.Post with { Text = "Other", EditedAt = Some.Instant.AddHours(1) } });
        Assert.Equal(new StoreReceipt(0, 0, 1), await store.StoreAsync(edited));
    }

    [Fact]
    public async Task A_store_that_other_processes_may_write_to_looks_every_post_up()
    {
        await using var fresh = await OpenStore.NewAsync(engine);
        var time = TimeProvider.System;
        await using var server = await StoreRoom.OpenAsync(
            fresh.Databases, fresh.Options with { Server = new() { Address = new Uri("https://elsewhere.example") } }, time, engine: null, CancellationToken.None);
        var lookUps = LookUps(server);
        for (var i = 0; i < 20; i++) await server.Posts.StoreAsync([new([.. Posts($"{i}", 10)])], CancellationToken.None);
        Assert.Equal(20, lookUps.Count);
    }

    [Fact]
    public async Task Keys_that_could_not_be_read_are_all_looked_up()
    {
        await using var store = await OpenStore.NewAsync(engine);
        using var stored = new StoredKeys(store.Main, "Posts/KnownVersions.sql", 0);
        stored.Note([1]);
        await store.StoreAsync(Posts("some", 3));
        UInt128[] keys = [7, 8, 9];
        Assert.Equal(keys, stored.Doubtful(keys));
    }

    private static List<string> LookUps(StoreRoom room)
    {
        var lookUps = new List<string>();
        room.Statements.Slow = TimeSpan.Zero;
        room.Statements.Heard += statement =>
        {
            if (statement.Statement.Contains("version, first_seen", StringComparison.Ordinal)) lookUps.Add(statement.Statement);
        };
        return lookUps;
    }

    private static IEnumerable<CollectedPost> Posts(string name, int count) =>
        Enumerable.Range(0, count).Select(i => new CollectedPost(Some.Post($"{name}-{i}"), Some.Instant, Arrival.Live));
}
