using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Store.Reading;

public sealed class StoredPostsTests(EngineFixture engine)
{
    [Fact]
    public async Task The_newest_version_of_each_is_found_and_what_is_deleted_or_unknown_is_left_out()
    {
        await using var store = await OpenStore.NewAsync(engine);
        Post[] posts = [Some.Post("one") with { Text = "first" }, Some.Post("one") with { Text = "second", EditedAt = Some.Instant.AddHours(1) }, Some.Post("two"), Some.Post("gone"),
            Some.Post("gone") with { DeletedAt = Some.Instant.AddHours(2) }];
        await store.StoreAsync(posts.Select(post => new CollectedPost(post, Some.Instant.AddDays(1), Arrival.Live)));

        var found = await store.Room.Stored.NewestAsync([.. posts.Select(post => post.Identity), posts[0].Identity with { Id = "never" }], TestContext.Current.CancellationToken);

        Assert.Equal([("one", "second"), ("two", posts[2].Text)], found.Select(post => (post.Identity.Id, post.Text)).Order());
        Assert.Empty(await store.Room.Stored.NewestAsync([], TestContext.Current.CancellationToken));
    }
}
