using Listening.Collecting;
using Listening.Collecting.Pulling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Collecting.Pulling;

public sealed class PullRunTests
{
    private readonly FakeTimeProvider time = new(Some.Instant.AddDays(1));
    private readonly MemoryPullStore store = new();

    [Fact]
    public async Task First_pull_reaches_back_as_far_as_the_stream_says()
    {
        var listing = Listing(PageDirection.Backward, 100);
        listing.Stream = listing.Stream with { FirstReach = TimeSpan.FromDays(1) - TimeSpan.FromSeconds(55) };

        var report = await Pull(listing);

        // Pages of ten; the last one read is the first that is wholly older than 55 seconds after the first post.
        Assert.Equal((6, 60), (report.Pages, store.Posts.Count));
        Assert.All(store.Batches, batch => Assert.Equal(Arrival.Backfill, batch.Posts[0].Arrival));
        Assert.Empty(store.Gaps);
    }

    [Fact]
    public async Task A_second_pull_stops_where_it_meets_the_known()
    {
        var listing = Listing(PageDirection.Backward, 95);
        await Pull(listing);
        listing.Add(3);

        var report = await Pull(listing);

        Assert.Equal((1, 3, 7), (report.Pages, report.Receipt.Accepted, report.Repeated));
        Assert.Equal(Arrival.Live, store.Batches[^1].Posts[0].Arrival);
        Assert.Equal(98, store.Posts.Count);
    }

    [Fact]
    public async Task A_walk_that_is_cut_short_keeps_the_old_watermark_and_goes_on()
    {
        var listing = Listing(PageDirection.Backward, 20);
        await Pull(listing);
        var before = store.Cursor("list").Watermark;
        listing.Add(50);

        var cut = await Pull(listing, new() { Pages = 2 });

        Assert.True(cut.Cut);
        Assert.Equal(before, store.Cursor("list").Watermark);
        Assert.Equal(40, store.Posts.Count);
        listing.Add(5);
        // The rest of the old walk, then what came in above it.
        Assert.False((await Pull(listing)).Cut);
        Assert.Equal(75, store.Posts.Count);
        Assert.Equal(Positions.Of(75), store.Cursor("list").Watermark);
        Assert.Empty(store.Gaps);
    }

    [Theory]
    [InlineData(PageDirection.Backward)]
    [InlineData(PageDirection.Forward)]
    public async Task Whatever_comes_in_between_and_wherever_a_run_breaks_off_everything_arrives_once(PageDirection direction)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var chance = new Random(seed);
            var (listing, kept, clock) = (new ListingReader(direction), new MemoryPullStore(), new FakeTimeProvider(Some.Instant.AddDays(1)));
            kept.BeforeSave = cursor => NothingIsPassed(cursor, listing, kept, direction);
            for (var run = 0; run < 12; run++)
            {
                listing.Add(chance.Next(4) == 0 ? chance.Next(120) : chance.Next(4));
                if (direction == PageDirection.Backward && run == 0 && listing.Items.Count == 0) listing.Add(1);
                var (breaksAt, kind, calls) = (chance.Next(1, 14), chance.Next(4), 0);
                listing.Bend = (_, answer) => ++calls == breaksAt && kind == 1 ? new PageFailure(FailureKind.Unreachable, "reset") : answer;
                kept.BeforeStore = () => FailWhen(kind == 2 && calls == breaksAt);
                try
                {
                    await new PullRun(listing, kept, clock).RunAsync(listing.Stream, kept.Cursor("list"), new() { Pages = kind == 3 ? breaksAt : 60 }, TestContext.Current.CancellationToken);
                }
                catch (IOException)
                {
                    // The store was away; the next run repeats the page.
                }

                clock.Advance(TimeSpan.FromMinutes(chance.Next(1, 40)));
            }

            (listing.Bend, kept.BeforeStore) = ((_, answer) => answer, () => { });
            for (var run = 0; run < 3; run++) await new PullRun(listing, kept, clock).RunAsync(listing.Stream, kept.Cursor("list"), new(), TestContext.Current.CancellationToken);
            Assert.Equal(listing.Items.Select(item => item.Id).Order(), kept.Posts.Keys.Order());
            Assert.Empty(kept.Gaps);
        }
    }

    [Theory]
    [InlineData(PageDirection.Backward)]
    [InlineData(PageDirection.Forward)]
    public async Task A_page_that_the_source_left_out_is_had_with_the_overlap(PageDirection direction)
    {
        var listing = Listing(direction, 5);
        await Pull(listing);
        listing.Add(40);
        time.Advance(TimeSpan.FromMinutes(1));
        // The second page is swapped for one behind it.
        var calls = 0;
        listing.Bend = (_, answer) => ++calls == 2 && answer is SourcePage page
            ? page with { Items = page.Items.Take(1).ToList() }
            : answer;
        await Pull(listing);
        Assert.Equal(36, store.Posts.Count);
        listing.Bend = (_, answer) => answer;
        await Pull(listing);
        Assert.Equal(36, store.Posts.Count);

        time.Advance(TimeSpan.FromHours(2));
        await Pull(listing);

        Assert.Equal(45, store.Posts.Count);
    }

    [Fact]
    public async Task In_a_listing_without_order_what_came_in_below_is_had_with_the_overlap()
    {
        var listing = Listing(PageDirection.Backward, 60);
        listing.Stream = listing.Stream with { Overlap = TimeSpan.FromDays(2) };
        listing.Bend = (_, answer) => answer is SourcePage page ? page with { Items = [.. page.Items.Select(item => item with { Position = null })] } : answer;
        await Pull(listing);
        // By an author whose clock is slow, five pages below the newest.
        listing.Items.Add(("late", 5));
        await Pull(listing);
        Assert.Equal(60, store.Posts.Count);

        time.Advance(TimeSpan.FromHours(2));
        await Pull(listing);

        Assert.Equal(61, store.Posts.Count);
        Assert.Empty(store.Gaps);
    }

    [Fact]
    public async Task Equal_positions_on_both_sides_of_the_watermark_lose_nothing()
    {
        var listing = new ListingReader(PageDirection.Backward);
        for (var i = 0; i < 5; i++) listing.Items.Add(($"a{i}", 7));
        await Pull(listing);
        for (var i = 0; i < 3; i++) listing.Items.Insert(0, ($"b{i}", 7));

        await Pull(listing);

        Assert.Equal(8, store.Posts.Count);
    }

    [Theory]
    [InlineData(PageDirection.Backward)]
    [InlineData(PageDirection.Forward)]
    public async Task Pages_without_end_end_and_the_next_run_heals(PageDirection direction)
    {
        var listing = Listing(direction, 15);
        await Pull(listing);
        listing.Add(30);
        var watermark = store.Cursor("list").Watermark;
        var (token, first) = (0, (SourcePage?)null);
        listing.Bend = (_, answer) => (first ??= (SourcePage)answer) with { End = PageEnd.More, Next = direction == PageDirection.Backward ? $"{1000 + token++}" : watermark };

        var report = await Pull(listing);

        Assert.Equal(FailureKind.Unreadable, report.Failure?.Kind);
        Assert.InRange(report.Pages, 1, 5);
        Assert.Equal(watermark, store.Cursor("list").Watermark);
        listing.Bend = (_, answer) => answer;
        Assert.Null((await Pull(listing)).Failure);
        Assert.Equal(45, store.Posts.Count);
    }

    [Fact]
    public async Task A_pinned_post_on_top_does_not_end_the_walk()
    {
        var listing = Listing(PageDirection.Backward, 10);
        await Pull(listing);
        listing.Add(25);
        listing.Bend = (_, answer) => answer is SourcePage page && listing.Requests[^1].Resume is null
            ? page with { Items = [new PageItem(Some.Post("p1", at: Some.Instant.AddSeconds(1)), Positions.Of(1)), .. page.Items] }
            : answer;

        await Pull(listing);

        Assert.Equal(35, store.Posts.Count);
    }

    [Fact]
    public async Task What_scrolled_off_before_it_was_read_is_a_gap()
    {
        var listing = Listing(PageDirection.Backward, 10);
        await Pull(listing);
        listing.Items.Clear();
        var day = (int)TimeSpan.FromDays(1).TotalSeconds;
        for (var i = 41; i <= 60; i++) listing.Items.Add(($"p{i}", day + i));
        time.Advance(TimeSpan.FromMinutes(2));

        var report = await Pull(listing);

        var gap = Assert.Single(report.Gaps);
        Assert.Equal((Some.Instant.AddDays(1), Some.Instant.AddDays(1).AddSeconds(41)), (gap.From, gap.To));
        Assert.Equal(gap, Assert.Single(store.Gaps));
        Assert.Empty((await Pull(listing)).Gaps);
    }

    [Fact]
    public async Task A_token_that_is_refused_begins_the_walk_again()
    {
        var listing = Listing(PageDirection.Backward, 50);
        await Pull(listing, new() { Pages = 2 });
        listing.Bend = (_, answer) => listing.Requests[^1].Resume == "31" && listing.Requests.Count == 3 ? new PageFailure(FailureKind.TokenRefused, "expired") : answer;

        var report = await Pull(listing);

        Assert.Null(report.Failure);
        Assert.Equal(50, store.Posts.Count);
    }

    [Fact]
    public async Task A_run_ends_when_its_time_is_over()
    {
        var listing = Listing(PageDirection.Backward, 50);
        listing.Bend = (_, answer) =>
        {
            time.Advance(TimeSpan.FromSeconds(50));
            return answer;
        };

        var report = await Pull(listing, new() { Time = TimeSpan.FromMinutes(2) });

        Assert.True(report.Cut);
        Assert.Equal(3, report.Pages);
        listing.Bend = (_, answer) => answer;
        await Pull(listing);
        Assert.Equal(50, store.Posts.Count);
    }

    [Fact]
    public async Task A_post_that_breaks_the_limits_is_counted_and_takes_no_other_with_it()
    {
        var listing = Listing(PageDirection.Backward, 3);
        listing.Bend = (_, answer) => (SourcePage)answer with { Items = [.. ((SourcePage)answer).Items, new PageItem(Some.Post(new string('x', 600)), null)], Rejected = ["no id"] };

        var report = await Pull(listing);

        Assert.Equal((3, 2), (report.Receipt.Accepted, report.Rejected));
        Assert.Equal(["no id", "`id` is longer than 512 bytes: 600 bytes"], report.Reasons);
        Assert.Equal(2, store.Batches[0].Rejected["mastodon"]);
    }

    [Fact]
    public async Task An_edit_of_a_known_post_is_stored_and_a_repeat_is_not()
    {
        var listing = Listing(PageDirection.Backward, 3);
        await Pull(listing);
        listing.Bend = (_, answer) => (SourcePage)answer with { Items = [new PageItem(Some.Post("p3", "It came.", at: Some.Instant.AddSeconds(3)), Positions.Of(3)), .. ((SourcePage)answer).Items.Skip(1)] };

        await Pull(listing);

        Assert.Equal("It came.", Assert.Single(store.Batches[^1].Posts).Post.Text);
    }

    [Fact]
    public async Task A_mark_that_the_source_forgot_is_a_gap_and_a_new_beginning()
    {
        var listing = Listing(PageDirection.Forward, 12);
        await Pull(listing);
        listing.Add(5);
        listing.Bend = (_, answer) => listing.Requests[^1].After is null ? answer : new PageFailure(FailureKind.TokenRefused, "too old");

        Assert.Single((await Pull(listing)).Gaps);
        listing.Bend = (_, answer) => answer;
        await Pull(listing);

        Assert.Equal(17, store.Posts.Count);
    }

    private static ListingReader Listing(PageDirection direction, int count)
    {
        var listing = new ListingReader(direction);
        listing.Add(count);
        return listing;
    }

    private Task<PullReport> Pull(ListingReader listing, PullBudget? budget = null) =>
        new PullRun(listing, store, time).RunAsync(listing.Stream, store.Cursor("list"), budget ?? new(), TestContext.Current.CancellationToken);

    private static void FailWhen(bool fails)
    {
        if (fails) throw new IOException("The store is away.");
    }

    private static void NothingIsPassed(SourceCursor cursor, ListingReader listing, MemoryPullStore kept, PageDirection direction)
    {
        if (cursor.Watermark is not { } mark) return;
        var below = listing.Items.Where(item => direction == PageDirection.Backward ? string.CompareOrdinal(Positions.Of((ulong)item.Place), mark) <= 0 : item.Place <= int.Parse(mark, null));
        Assert.DoesNotContain(below, item => !kept.Posts.ContainsKey(item.Id));
    }
}
