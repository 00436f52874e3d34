using Listening.Access;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Tests.Desk;
using Xunit;

namespace Listening.Tests.Collecting.Pulling;

/// <summary>One pull of a configured source, and what of it is still known after the program was started again.</summary>
public sealed class SourcePullerTests : IAsyncLifetime
{
    private readonly DeskFile desk = new();
    private readonly ListingReader listing = new(PageDirection.Backward);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => desk.InitializeAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_rest_that_the_source_asks_for_holds_over_a_restart_and_whoever_asks()
    {
        listing.Add(3);
        var until = desk.Time.GetUtcNow().AddMinutes(30);
        listing.Bend = (_, _) => new PageFailure(FailureKind.RateLimited, "talk.example was asked too often (429)", until);
        await using var first = new PullerBench(desk.Store, desk.Time, listing);
        var source = await first.AddAsync();
        Assert.Equal(FailureKind.RateLimited, (await first.Puller.PullAsync(source.Id, false, Cancel))!.Failure!.Kind);

        listing.Bend = (_, answer) => answer;
        await using var next = new PullerBench(desk.Another(), desk.Time, listing);
        Assert.Equal(until, (await next.States.ReadAsync(source.Id, Cancel)).NotBefore);
        desk.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.Null(await next.Puller.PullAsync(source.Id, false, Cancel));
        Assert.Null(await next.Puller.PullAsync(source.Id, true, Cancel));
        Assert.Single(listing.Requests);

        desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, (await next.Puller.PullAsync(source.Id, false, Cancel))!.Receipt.Accepted);
        Assert.Equal((null, 0, null), ((await next.States.ReadAsync(source.Id, Cancel)) is var after ? (after.NotBefore, after.Failures, after.Reason) : default));
    }

    [Fact]
    public async Task What_failed_by_itself_rests_longer_each_time_and_is_asked_at_once_when_somebody_says_so()
    {
        listing.Bend = (_, _) => new PageFailure(FailureKind.Unreachable, "talk.example did not answer");
        await using var bench = new PullerBench(desk.Store, desk.Time, listing);
        var source = await bench.AddAsync();
        var rests = new List<TimeSpan>();
        for (var failure = 0; failure < 3; failure++)
        {
            await bench.Puller.PullAsync(source.Id, false, Cancel);
            rests.Add((await bench.States.ReadAsync(source.Id, Cancel)).NotBefore!.Value - desk.Time.GetUtcNow());
            Assert.Null(await bench.Puller.PullAsync(source.Id, false, Cancel));
            desk.Time.Advance(rests[^1]);
        }

        Assert.All(rests, (rest, nth) => Assert.InRange(rest.TotalSeconds, 60 * Math.Pow(2, nth), 75 * Math.Pow(2, nth)));
        await bench.Puller.PullAsync(source.Id, false, Cancel);
        Assert.Equal(4, listing.Requests.Count);
        Assert.Equal(FailureKind.Unreachable, (await bench.Puller.PullAsync(source.Id, true, Cancel))!.Failure!.Kind);
        Assert.Equal((5, 5), (listing.Requests.Count, (await bench.States.ReadAsync(source.Id, Cancel)).Failures));
    }

    [Fact]
    public async Task What_was_read_before_a_restart_is_not_stored_again_and_a_gap_is_kept()
    {
        listing.Add(3);
        await using var first = new PullerBench(desk.Store, desk.Time, listing);
        var source = await first.AddAsync();
        Assert.Equal(3, (await first.Puller.PullAsync(source.Id, false, Cancel))!.Receipt.Accepted);

        // The source shows its newest alone, and none of them is known.
        listing.Items.Clear();
        var later = (int)(desk.Time.GetUtcNow().AddHours(1) - Some.Instant).TotalSeconds;
        listing.Items.AddRange([("q1", later), ("q2", later + 60)]);
        desk.Time.Advance(TimeSpan.FromHours(2));
        await using var next = new PullerBench(desk.Another(), desk.Time, listing);
        var report = (await next.Puller.PullAsync(source.Id, false, Cancel))!;
        Assert.Equal((2, 0), (report.Receipt.Accepted, report.Receipt.Duplicates));

        await using var last = new PullerBench(desk.Another(), desk.Time);
        var gap = Assert.Single(await last.Cursors.GapsAsync(source.Id, Cancel)).Gap;
        Assert.Equal(("list", desk.Time.GetUtcNow().AddHours(-2), Some.Instant.AddSeconds(later), "the source shows no older posts"), (gap.Stream, gap.From, gap.To, gap.Reason));
        Assert.Contains("Posts of talk may be missing in list", next.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_first_posts_are_believed_and_later_ones_from_long_ago_are_not()
    {
        var now = desk.Time.GetUtcNow();
        listing.Items.AddRange([("old", Place(-120)), ("new", Place(-60))]);
        SayLongAgo("old", "backdated");
        await using var bench = new PullerBench(desk.Store, desk.Time, listing);
        var source = await bench.AddAsync();
        await bench.Puller.PullAsync(source.Id, false, Cancel);
        desk.Time.Advance(TimeSpan.FromMinutes(5));
        var late = Place(-20);
        listing.Items.AddRange([("late", late), ("backdated", Place(-10))]);
        await bench.Puller.PullAsync(source.Id, false, Cancel);

        var told = Told(bench);
        Assert.Equal((Arrival.Backfill, new PostedInstant(now.AddDays(-400), false)), told["old"]);
        Assert.Equal((Arrival.Live, new PostedInstant(Some.Instant.AddSeconds(late), false)), told["late"]);
        Assert.Equal((Arrival.Live, new PostedInstant(now.AddMinutes(5).AddDays(-2), true)), told["backdated"]);
    }

    [Fact]
    public async Task Where_somebody_puts_the_past_it_is_believed_whenever_it_comes()
    {
        var now = desk.Time.GetUtcNow();
        listing.Stream = ListingReader.Backward with { BringsPast = true };
        listing.Items.Add(("first", Place(-60)));
        SayLongAgo("export");
        await using var bench = new PullerBench(desk.Store, desk.Time, listing);
        var source = await bench.AddAsync();
        await bench.Puller.PullAsync(source.Id, false, Cancel);
        desk.Time.Advance(TimeSpan.FromMinutes(5));
        var today = Place(-10);
        listing.Items.AddRange([("export", Place(-20)), ("today", today)]);
        await bench.Puller.PullAsync(source.Id, false, Cancel);

        var told = Told(bench);
        Assert.Equal((Arrival.Backfill, new PostedInstant(now.AddDays(-400), false)), told["export"]);
        Assert.Equal((Arrival.Live, new PostedInstant(Some.Instant.AddSeconds(today), false)), told["today"]);
    }

    [Fact]
    public async Task A_paused_source_is_read_only_when_somebody_asks_and_one_that_is_gone_never()
    {
        listing.Add(1);
        await using var bench = new PullerBench(desk.Store, desk.Time, listing);
        var source = await bench.AddAsync(paused: true);
        Assert.Null(await bench.Puller.PullAsync(source.Id, false, Cancel));
        Assert.Equal(1, (await bench.Puller.PullAsync(source.Id, true, Cancel))!.Receipt.Accepted);
        await bench.Sources.RemoveAsync(source.Id, Actor.Terminal, Cancel);
        Assert.Null(await bench.Puller.PullAsync(source.Id, true, Cancel));
        Assert.Single(listing.Requests);
    }

    [Fact]
    public async Task A_fault_of_the_connector_is_told_by_its_type_and_not_by_its_words()
    {
        listing.Bend = (_, _) => throw new FormatException("hunter2 is no number");
        await using var bench = new PullerBench(desk.Store, desk.Time, listing);
        var source = await bench.AddAsync();
        var report = (await bench.Puller.PullAsync(source.Id, false, Cancel))!;
        Assert.Equal((FailureKind.Unreadable, "the connector could not read the answer (FormatException)"), (report.Failure!.Kind, report.Failure.Reason));
        Assert.Contains("System.FormatException", bench.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", bench.Log.Text, StringComparison.Ordinal);

        bench.Readers = [];
        Assert.Equal(FailureKind.Misconfigured, (await bench.Puller.PullAsync(source.Id, true, Cancel))!.Failure!.Kind);
    }

    [Fact]
    public async Task A_run_that_is_cut_short_leaves_it_incomplete_until_one_comes_to_the_end()
    {
        listing.Add(65 * 10);
        var began = desk.Time.GetUtcNow();
        await using var bench = new PullerBench(desk.Store, desk.Time, listing) { Budget = new(300, 235, began.AddMinutes(5), Told: true) };
        listing.Stream = ListingReader.Backward with { FirstReach = TimeSpan.FromDays(365) };
        var source = await bench.AddAsync();
        Assert.True((await bench.Puller.PullAsync(source.Id, false, Cancel))!.Cut);
        var cut = await bench.States.ReadAsync(source.Id, Cancel);
        Assert.Equal((true, began, null, bench.Budget), (cut.Behind, cut.Succeeded, cut.Complete, cut.Budget));

        desk.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.False((await bench.Puller.PullAsync(source.Id, false, Cancel))!.Cut);
        var whole = await bench.States.ReadAsync(source.Id, Cancel);
        Assert.Equal((false, began.AddSeconds(10), 650L), (whole.Behind, whole.Complete, whole.Accepted));
    }

    private int Place(int secondsFromNow) => (int)(desk.Time.GetUtcNow() - Some.Instant).TotalSeconds + secondsFromNow;

    private void SayLongAgo(params string[] ids)
    {
        var then = desk.Time.GetUtcNow().AddDays(-400);
        listing.Bend = (_, answer) => answer is SourcePage page
            ? page with { Items = [.. page.Items.Select(item => ids.Contains(item.Post.Identity.Id) ? item with { Post = item.Post with { SourcePostedAt = then } } : item)] }
            : answer;
    }

    private static Dictionary<string, (Arrival, PostedInstant)> Told(PullerBench bench) =>
        bench.Posts.Posts.ToDictionary(post => post.Post.Identity.Id, post => (post.Arrival, PostedInstant.Of(post.Post.SourcePostedAt, post.FirstSeen, post.Arrival)));
}
