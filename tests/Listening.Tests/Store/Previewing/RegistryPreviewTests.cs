using Listening.Brands;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Store.Projecting;
using Listening.Tests.Sceptic;
using Xunit;

namespace Listening.Tests.Store.Previewing;

/// <summary>What is said beforehand is what happens.</summary>
public sealed class RegistryPreviewTests(EngineFixture engine)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handle_added_and_a_competitor_removed_change_in_the_threads_exactly_what_the_preview_says()
    {
        var before = Registries.Named("airline").Where(brand => brand.Name != "AlaskaAir").ToList();
        var after = before.Where(brand => brand.Name != "British_Airways")
            .Select(brand => brand.Name == "Delta" ? brand with { Handles = [.. brand.Handles, "twitter:AlaskaAir"] } : brand).ToList();

        var change = await CheckAsync(before, after, await Stage.TwcsAsync(SharedData.File("twcs_threads/twcs.csv")));

        Assert.Contains(change.PostChanges, one => one is { Kind: "party", Was: "other_brand", Now: "own", Posts: 15 });
        Assert.Contains(change.PostChanges, one => one is { Kind: "party", Was: "competitor", Now: "other_brand", Posts: 60 });
        Assert.Contains(change.WaitChanges, one => one is { Brand: "Delta", Was: "absent", Waits: > 0 });
        Assert.Contains(change.WaitChanges, one => one is { Brand: "British_Airways", Now: "absent", Waits: > 0 });
        Assert.Contains(change.Brands, brand => brand is { Brand: "British_Airways", Before: > 0, After: 0 });
    }

    [Fact]
    public async Task Watch_and_exclude_terms_change_in_the_threads_exactly_what_the_preview_says()
    {
        var before = Registries.Named("house");
        var after = before.Select(brand => brand.Name switch
        {
            "Apple" => brand with { Watch = ["iphone AND (ios OR update)", "#ios11"] },
            "Amazon" => brand with { Exclude = ["prime video", "refund*"] },
            _ => brand,
        }).ToList();

        var change = await CheckAsync(before, after, await Stage.TwcsAsync(SharedData.File("twcs_threads/twcs.csv")));

        Assert.Contains(change.PostChanges, one => one is { Kind: "named", Brand: "Apple", Posts: > 0 });
        Assert.Contains(change.PostChanges, one => one is { Kind: "excluded", Posts: > 0 });
        Assert.Contains(change.WaitChanges, one => one is { Brand: "Amazon", Now: "left_out", Waits: > 0 });
    }

    [Fact]
    public async Task What_comes_in_after_the_preview_began_is_on_both_sides()
    {
        await using var store = await OpenStore.NewAsync(engine, stretch: 5);
        await store.StoreAndProjectAsync(Complaints(0, 40));
        using var preview = store.Room.Preview(store.Projector, new());
        var told = new List<double>();
        var change = await preview.CompareAsync(
            new([.. OpenStore.Registry.Brands, new() { Name = "Late", Watch = ["late"] }]),
            new Told(share =>
            {
                told.Add(share);
                if (told.Count == 1) store.StoreAsync(Complaints(40, 10)).GetAwaiter().GetResult();
            }),
            Cancelled);

        Assert.Equal(50, change!.Posts);
        Assert.Equal(("named", "Late", 50L), Assert.Single(change.PostChanges.Select(one => (one.Kind, one.Brand, one.Posts))));
        Assert.Equal(("Late", "absent", "waiting", 50L), Assert.Single(change.WaitChanges.Select(one => (one.Brand, one.Was, one.Now, one.Waits))));
        Assert.Equal(20, change.WaitChanges[0].Examples.Count);
        Assert.Equal(("mastodon", "49", "c49", "So late @acme"), First(change.WaitChanges[0].Examples[0]));
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    [Fact]
    public async Task A_preview_that_is_given_up_leaves_nothing_and_the_next_one_runs()
    {
        await using var store = await OpenStore.NewAsync(engine, stretch: 5);
        await store.StoreAndProjectAsync(Complaints(0, 30));
        using var preview = store.Room.Preview(store.Projector, new());
        using var given = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => preview.CompareAsync(new([]), new Told(_ => given.Cancel()), given.Token));
        Assert.Empty(await store.ReadAsync($"SELECT name FROM system.tables WHERE database = '{store.Databases.PreviewName}'"));

        Assert.Equal(30, (await preview.CompareAsync(new([]), null, Cancelled))!.ChangedPosts);
    }

    [Fact]
    public async Task One_preview_is_made_at_a_time()
    {
        await using var store = await OpenStore.NewAsync(engine, stretch: 5);
        await store.StoreAndProjectAsync(Complaints(0, 30));
        using var preview = store.Room.Preview(store.Projector, new());
        RegistryChange? second = new() { Posts = 1, From = null, To = null, ChangedPosts = 0, ChangedWaits = 0, Brands = [], PostChanges = [], WaitChanges = [], Seconds = 0 };

        await preview.CompareAsync(new([]), new Told(_ => second = preview.CompareAsync(new([]), null, Cancelled).GetAwaiter().GetResult()), Cancelled);

        Assert.Null(second);
    }

    // Compares all that the facts say before and after with what the preview says, told by other means than its own.
    private async Task<RegistryChange> CheckAsync(IReadOnlyList<Brand> before, IReadOnlyList<Brand> after, IReadOnlyList<CollectedPost> posts)
    {
        await using var store = await OpenStore.NewAsync(engine);
        var current = new CurrentRegistry(new BrandRegistry(before));
        using var projector = store.Room.Projector(current, new ClockRules());
        await store.StoreAsync(posts);
        await projector.CatchUpAsync(Cancelled);
        var was = await DerivedFacts.ReadAsync(store);

        using var preview = store.Room.Preview(projector, new ClockRules());
        var change = (await preview.CompareAsync(new(after), null, Cancelled))!;
        Assert.Equal(was.Everything, (await DerivedFacts.ReadAsync(store)).Everything);

        current.Take(new(1, new BrandRegistry(after), TimeZoneInfo.Utc, DayOfWeek.Monday));
        await projector.CatchUpAsync(Cancelled);
        Assert.Equal(new FactsRegistry(current.Now.Registry.Fingerprint, null, null), await projector.RegistryAsync(Cancelled));
        var now = await DerivedFacts.ReadAsync(store);

        Assert.Equal(posts.Count, change.Posts);
        Assert.Equal(was.PostsTold(now).Order(), change.PostChanges.Select(one => $"{one.Kind} {one.Brand} {one.Was} {one.Now} {one.Posts}").Order());
        Assert.Equal(was.WaitsTold(now).Order(), change.WaitChanges.Select(one => $"{one.Brand} {one.Was} {one.Now} {one.Closing} {one.Waits}").Order());
        Assert.Equal(was.Brands(now), change.Brands);
        Assert.All(change.WaitChanges, one => Assert.Equal(Math.Min(20, one.Waits), one.Examples.Count));
        return change;
    }

    private static (string, string, string, string) First(ChangedPost post) => (post.Source, post.Id, post.Handle, post.Text);

    private static IEnumerable<CollectedPost> Complaints(int first, int count) => Enumerable.Range(first, count).Select(i =>
        new CollectedPost(Some.Post($"{i}", "So late @acme", author: $"c{i}", at: Some.Instant.AddMinutes(i)), Some.Instant.AddDays(1), Arrival.Backfill));

    private sealed class Told(Action<double> say) : IProgress<double>
    {
        public void Report(double value) => say(value);
    }
}
