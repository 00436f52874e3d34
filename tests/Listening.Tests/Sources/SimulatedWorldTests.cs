using Listening.Brands;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Sources.Simulated;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Sources;

public sealed class SimulatedWorldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 15, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<List<SimulatedPost>> Told = new(() => [.. new SimulatedWorld(Now).Until(Now)]);
    private static readonly Lazy<List<Post>> History = new(() => [.. Told.Value.Select(told => told.Post)]);

    [Fact]
    public void The_same_instant_and_seed_make_the_same_world_and_another_seed_another()
    {
        Assert.Equal(Shown(History.Value), Shown(new SimulatedWorld(Now).Until(Now).Select(told => told.Post)));
        Assert.NotEqual(Shown(History.Value), Shown(new SimulatedWorld(Now, seed: 7).Until(Now).Select(told => told.Post)));
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
    public void Of_what_asks_for_an_answer_a_few_in_a_hundred_never_get_one()
    {
        var answered = History.Value.Where(post => post.Author.BrandAccount).Select(post => new PostId(post.Identity.Source, post.InReplyTo!)).ToHashSet();
        var asked = Told.Value.Where(told => told.Intent is Intent.Complaint or Intent.Question && told.Post.InReplyTo is null
            && told.Post.Text.Contains("kestrelnet", StringComparison.OrdinalIgnoreCase) && told.Post.SourcePostedAt < Now.AddDays(-9)).ToList();
        Assert.InRange(asked.Count(told => !answered.Contains(told.Post.Identity)) / (double)asked.Count, .02, .08);
    }

    [Fact]
    public void What_a_post_is_to_the_brand_is_told_with_it()
    {
        Assert.All(Told.Value.Where(told => told.Post.Author.BrandAccount), told => Assert.Equal(Intent.Other, told.Intent));
        Assert.Equal(Enum.GetValues<Intent>(), Told.Value.Select(told => told.Intent).Distinct().Order());
        var thanks = Told.Value[0].Label(Now);
        Assert.Equal((Told.Value[0].Post.Identity, "intent", false, "simulated"), (thanks.Post, thanks.Task, thanks.ByPerson, thanks.Model));
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
        var history = world.Until(Now).Select(told => told.Post.Identity.Id).ToHashSet();
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
            live.Add(stream.Current.Post);
        }

        Assert.All(live, post => Assert.True(post.SourcePostedAt > Now && post.SourcePostedAt <= time.GetUtcNow()));
        Assert.DoesNotContain(live, post => history.Contains(post.Identity.Id));
        Assert.InRange((live[^1].SourcePostedAt - Now).TotalSeconds / live.Count, 4, 25);
        Assert.Contains(live, post => post.Author.Handle == "kestrelnet" && history.Contains(post.InReplyTo!));
    }

    private static Post? Parent(Dictionary<PostId, Post> byId, Post post) => post.InReplyTo is { } parent ? byId.GetValueOrDefault(new PostId(post.Identity.Source, parent)) : null;

    private static IEnumerable<string> Shown(IEnumerable<Post> posts) => posts.Take(20_000).Select(post => $"{post.Identity} {post.SourcePostedAt:O} {post.Author.Handle} {post.Text} {post.InReplyTo}");
}
