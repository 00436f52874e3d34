using Listening.Brands;
using Listening.Collecting;
using Listening.Sources.Simulated;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources;

public sealed class SimulatedWorldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 15, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<List<Post>> History = new(() => [.. new SimulatedWorld(Now).Until(Now)]);

    [Fact]
    public void The_same_instant_and_seed_make_the_same_world_and_another_seed_another()
    {
        Assert.Equal(Shown(History.Value), Shown(new SimulatedWorld(Now).Until(Now)));
        Assert.NotEqual(Shown(History.Value), Shown(new SimulatedWorld(Now, seed: 7).Until(Now)));
    }

    [Fact]
    public void Thirteen_weeks_have_at_least_60_000_posts_oldest_first_each_once_up_to_now()
    {
        var posts = History.Value;
        Assert.InRange(posts.Count, 60_000, 150_000);
        Assert.Equal(posts.Count, posts.Select(post => post.Identity).Distinct().Count());
        Assert.Equal(posts.Select(post => post.SourcePostedAt).Order(), posts.Select(post => post.SourcePostedAt));
        Assert.InRange(posts[0].SourcePostedAt, Now.AddDays(-91), Now.AddDays(-90.9));
        Assert.InRange(posts[^1].SourcePostedAt, Now.AddMinutes(-1), Now);
        Assert.All(posts, post => Assert.Equal(post, PostLimits.Checked(post)));
    }

    [Fact]
    public void Everything_says_that_it_is_simulated()
    {
        Assert.All(History.Value, post => Assert.Equal(("simulated", true), (post.Channel, post.Url!.StartsWith("https://simulated.invalid/", StringComparison.Ordinal))));
        Assert.All(History.Value, post => Assert.Contains(post.Identity.Source, SimulatedWorld.Sources));
        Assert.Equal(["Kestrelnet", "Farrowtel", "Quillwave"], SimulatedBrands.All.Select(brand => brand.Name));
        Assert.Equal([BrandKind.Own, BrandKind.Competitor, BrandKind.Competitor], SimulatedBrands.All.Select(brand => brand.Kind));
        Assert.Contains("mastodon:kestrelnet", SimulatedBrands.All[0].Handles);
    }

    [Fact]
    public void People_write_in_many_words_and_three_languages()
    {
        var people = History.Value.Where(post => !post.Author.BrandAccount).ToList();
        Assert.InRange(people.Select(post => post.Text).Distinct().Count(), 5_000, people.Count);
        Assert.Equal(["de", "en", "es"], people.Select(post => post.Language).Distinct().Order());
        Assert.InRange(people.Count(post => post.Language == "en") / (double)people.Count, .85, .97);
        Assert.InRange(people.Select(post => post.Author.Id).Distinct().Count(), 4_000, 9_000);
        Assert.DoesNotContain(History.Value, post => post.Text.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void A_competitor_takes_at_most_three_in_a_hundred_of_our_complaints()
    {
        var byId = History.Value.ToDictionary(post => post.Identity);
        var taken = History.Value.Count(post => post.Author.Handle is "farrowtel" or "quillwave" && Parent(byId, post) is { } parent && parent.Text.Contains("kestrelnet", StringComparison.OrdinalIgnoreCase));
        var ours = History.Value.Count(post => post.InReplyTo is null && post.Text.Contains("kestrelnet", StringComparison.OrdinalIgnoreCase));
        Assert.InRange(taken / (double)ours, .005, .03);
    }

    [Fact]
    public void Waiting_times_are_skewed_and_some_are_never_answered()
    {
        var byId = History.Value.ToDictionary(post => post.Identity);
        var waits = History.Value.Where(post => post.Author.Handle == "kestrelnet" && Parent(byId, post) is { InReplyTo: null, Author.BrandAccount: false })
            .GroupBy(post => post.InReplyTo).Select(answers => answers.Where(answer => !answer.Text.Contains("Thanks for your message", StringComparison.Ordinal)).ToList())
            .Where(answers => answers.Count > 0).Select(answers => (answers[0].SourcePostedAt - Parent(byId, answers[0])!.SourcePostedAt).TotalMinutes).Order().ToList();
        Assert.InRange(waits[waits.Count / 2], 15, 60);
        Assert.InRange(waits.Average(), 1.4 * waits[waits.Count / 2], 10 * waits[waits.Count / 2]);
    }

    [Fact]
    public void One_day_is_an_outage_and_Friday_evenings_have_no_answers()
    {
        var aDay = History.Value.GroupBy(post => post.SourcePostedAt.UtcDateTime.Date).OrderByDescending(day => day.Count()).First();
        Assert.Equal(Now.AddDays(-33).UtcDateTime.Date, aDay.Key);
        bool InGap(DateTimeOffset at) => (at.DayOfWeek == DayOfWeek.Friday && at.Hour >= 18) || (at.DayOfWeek == DayOfWeek.Saturday && at.Hour < 8);
        var gap = History.Value.Where(post => InGap(post.SourcePostedAt)).ToList();
        Assert.DoesNotContain(gap, post => post.Author.Handle == "kestrelnet" && !post.Text.Contains("Thanks for your message", StringComparison.Ordinal) && !post.Text.Contains("we pass that on", StringComparison.Ordinal));
        Assert.InRange(gap.Count(post => post.Author.Handle == "farrowtel"), 100, 10_000);
    }

    [Fact]
    public async Task The_stream_goes_on_where_the_history_ends_and_answers_what_was_open()
    {
        var time = new FakeTimeProvider(Now);
        var world = new SimulatedWorld(Now);
        var history = world.Until(Now).Select(post => post.Identity.Id).ToHashSet();
        var live = new List<Post>();
        await using var stream = world.LiveAsync(time, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        while (live.Count < 200)
        {
            var next = stream.MoveNextAsync();
            while (!next.IsCompleted)
            {
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            Assert.True(await next);
            live.Add(stream.Current);
        }

        Assert.All(live, post => Assert.True(post.SourcePostedAt > Now && post.SourcePostedAt <= time.GetUtcNow()));
        Assert.DoesNotContain(live, post => history.Contains(post.Identity.Id));
        Assert.InRange((live[^1].SourcePostedAt - Now).TotalSeconds / live.Count, 1, 8);
        Assert.Contains(live, post => post.Author.Handle == "kestrelnet" && history.Contains(post.InReplyTo!));
    }

    private static Post? Parent(Dictionary<PostId, Post> byId, Post post) => post.InReplyTo is { } parent ? byId.GetValueOrDefault(new PostId(post.Identity.Source, parent)) : null;

    private static IEnumerable<string> Shown(IEnumerable<Post> posts) => posts.Take(20_000).Select(post => $"{post.Identity} {post.SourcePostedAt:O} {post.Author.Handle} {post.Text} {post.InReplyTo}");
}
