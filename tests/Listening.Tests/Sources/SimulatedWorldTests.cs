using Listening.Brands;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Sources.Simulated;
using Xunit;

namespace Listening.Tests.Sources;

public sealed class SimulatedWorldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 15, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<List<SimulatedPost>> Told = new(() => [.. DemoFeed.Coming(newest: null, Now).TakeWhile(told => told.At <= Now)]);
    private static readonly Lazy<List<SimulatedPost>> First = new(() => [.. Told.Value.Where(told => told.Post is { EditedAt: null, DeletedAt: null })]);
    private static readonly Lazy<List<Post>> History = new(() => [.. First.Value.Select(told => told.Post)]);
    private static readonly Lazy<HashSet<PostId>> Answered = new(() =>
        [.. History.Value.Where(post => post.Author.BrandAccount).Select(post => new PostId(post.Identity.Source, post.InReplyTo!))]);

    [Fact]
    public void A_run_at_any_instant_tells_the_same_world_and_another_seed_another()
    {
        var later = Now.AddDays(5).AddMinutes(17);
        var common = DemoFeed.Coming(newest: null, later).SkipWhile(told => told.At < Now.AddDays(-60)).TakeWhile(told => told.At <= Now);
        Assert.Equal(Shown(Told.Value.Where(told => told.At >= Now.AddDays(-60))), Shown(common));
        Assert.NotEqual(Shown(Told.Value), Shown(new SimulatedWorld(seed: 7).From(SimulatedWorld.BeginningFor(Now), DateTimeOffset.UnixEpoch).Take(Told.Value.Count)));
    }

    [Fact]
    public void Thirteen_weeks_have_at_least_60_000_posts_oldest_first_each_once_up_to_now()
    {
        var posts = History.Value;
        Assert.InRange(posts.Count(post => post.SourcePostedAt >= Now.AddDays(-91)), 60_000, 100_000);
        Assert.Equal(posts.Count, posts.Select(post => post.Identity).Distinct().Count());
        Assert.Equal(Told.Value.Select(told => told.At).Order(), Told.Value.Select(told => told.At));
        Assert.InRange(posts[0].SourcePostedAt, new(2025, 12, 3, 0, 0, 0, TimeSpan.Zero), new(2025, 12, 3, 3, 0, 0, TimeSpan.Zero));
        Assert.InRange(posts[^1].SourcePostedAt, Now.AddMinutes(-10), Now);
        Assert.All(posts, post => Assert.Equal(post, PostLimits.Checked(post)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24 * 7)]
    public void A_restart_fills_the_gap_and_goes_on_as_if_nobody_had_stopped(int hours)
    {
        var stop = Now.AddMinutes(3);
        var start = stop.AddHours(hours);
        var end = start.AddDays(2);
        var uninterrupted = DemoFeed.Coming(newest: null, Now).TakeWhile(told => told.At <= end).ToList();

        var former = uninterrupted.TakeWhile(told => told.At <= stop).ToList();
        var newest = former.Max(told => told.Post.SourcePostedAt);
        var latter = DemoFeed.Coming(newest, start).TakeWhile(told => told.At <= end).ToList();

        Assert.Equal(Shown(uninterrupted).Order(StringComparer.Ordinal), Shown(former.Concat(latter)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(latter, told => Assert.True(told.At > newest.AddHours(-1)));
        var known = former.Concat(latter).Select(told => told.Post.Identity).ToHashSet();
        Assert.DoesNotContain(latter, told => told.Post.InReplyTo is { } parent && !known.Contains(new PostId(told.Post.Identity.Source, parent)));
        Assert.Contains(latter, told => told.Post.Author.BrandAccount && former.Any(before => before.Post.Identity.Id == told.Post.InReplyTo));
    }

    [Fact]
    public void No_post_answers_one_that_does_not_exist_or_is_younger()
    {
        var byId = History.Value.ToDictionary(post => post.Identity);
        Assert.All(History.Value.Where(post => post.InReplyTo is not null), post => Assert.True(Parent(byId, post)!.SourcePostedAt < post.SourcePostedAt));
    }

    [Fact]
    public void Everything_says_that_it_is_simulated()
    {
        Assert.All(History.Value, post => Assert.Equal(("simulated", true), (post.Channel, post.Url!.StartsWith("https://simulated.invalid/", StringComparison.Ordinal))));
        Assert.Equal(["bluesky", "forum", "mastodon", "reviews"], History.Value.Select(post => post.Identity.Source).Distinct().Order());
        Assert.Equal(["Kestrelnet", "Farrowtel", "Quillwave"], SimulatedBrands.All.Select(brand => brand.Name));
        Assert.Equal([BrandKind.Own, BrandKind.Competitor, BrandKind.Competitor], SimulatedBrands.All.Select(brand => brand.Kind));
        Assert.Contains("mastodon:kestrelnet", SimulatedBrands.All[0].Handles);
    }

    [Fact]
    public void Who_reads_fifty_openings_in_a_row_hardly_meets_a_sentence_twice()
    {
        var openings = History.Value.Where(post => post.InReplyTo is null && post.SourcePostedAt.Date != Outage.Date).Select(post => Sentence(post.Text)).ToList();
        var repeats = openings.Chunk(50).Where(page => page.Length == 50).Select(page => 50 - page.Distinct().Count()).ToList();
        Assert.InRange(repeats.Average(), 0, 6);
    }

    [Fact]
    public void People_write_in_many_words_and_four_languages()
    {
        var people = History.Value.Where(post => !post.Author.BrandAccount).ToList();
        Assert.InRange(people.Select(post => post.Text).Distinct().Count(), 20_000, people.Count);
        Assert.Equal(["de", "en", "es", "fr"], people.Select(post => post.Language).Distinct().Order());
        Assert.InRange(people.Count(post => post.Language == "en") / (double)people.Count, .75, .9);
        Assert.InRange(people.Select(post => post.Author.Id).Distinct().Count(), 6_000, 12_000);
        Assert.InRange(people.Max(post => post.Author.Followers!.Value), 10_000, 400_000);
        Assert.DoesNotContain(History.Value, post => post.Text.Contains('{', StringComparison.Ordinal) || post.Text.Contains('}', StringComparison.Ordinal));
    }

    [Fact]
    public void A_competitor_answers_at_most_three_in_a_hundred_of_our_complaints()
    {
        var byId = History.Value.ToDictionary(post => post.Identity);
        var taken = History.Value.Count(post => post.Author.Handle is "farrowtel" or "quillwave" && Parent(byId, post) is { InReplyTo: null } parent && IsOurs(parent));
        var ours = First.Value.Count(told => told is { Intent: Intent.Complaint, Post.InReplyTo: null } && IsOurs(told.Post));
        Assert.InRange(taken / (double)ours, .005, .03);
    }

    [Fact]
    public void Waiting_times_are_skewed()
    {
        var byId = History.Value.ToDictionary(post => post.Identity);
        var waits = History.Value.Where(post => post.Author.Handle == "kestrelnet" && !IsAutomatic(post) && Parent(byId, post) is { InReplyTo: null })
            .GroupBy(post => post.InReplyTo).Select(answers => (answers.First().SourcePostedAt - Parent(byId, answers.First())!.SourcePostedAt).TotalMinutes).Order().ToList();
        Assert.InRange(waits[waits.Count / 2], 15, 60);
        Assert.InRange(waits.Average(), 1.4 * waits[waits.Count / 2], 10 * waits[waits.Count / 2]);
    }

    [Fact]
    public void A_handful_of_ours_waits_for_long_and_no_competitor_leaves_more_than_one_in_thirty()
    {
        var gone = Told.Value.Where(told => told.Post.DeletedAt is not null).Select(told => told.Post.Identity).ToHashSet();
        var old = First.Value.Where(told => told is { Intent: Intent.Complaint or Intent.Question, Post.InReplyTo: null } && told.Post.SourcePostedAt < Now.AddDays(-10)).ToList();
        bool Waits(SimulatedPost told) => !Answered.Value.Contains(told.Post.Identity) && !gone.Contains(told.Post.Identity);
        Assert.InRange(old.Count(told => IsOurs(told.Post) && Waits(told)), 2, 25);
        var quillwaves = old.Where(told => Names(told.Post, "quillwave")).ToList();
        Assert.InRange(quillwaves.Count(Waits) / (double)quillwaves.Count, .003, 1 / 30.0);
    }

    [Fact]
    public void Nobody_asks_for_news_when_the_answer_is_there()
    {
        var ours = History.Value.Where(post => post.InReplyTo is null && IsOurs(post)).Select(Root).ToHashSet();
        var asked = First.Value.Where(told => told is { Intent: Intent.Complaint, Post.InReplyTo: not null } && ours.Contains(Root(told.Post))).GroupBy(told => (told.Post.Author.Handle, Root(told.Post)));
        var answers = History.Value.Where(post => post.Author.Handle == "kestrelnet").GroupBy(post => (post.Mentions[0], Root(post))).ToDictionary(group => group.Key, group => group.Max(post => post.SourcePostedAt));
        var open = asked.Count(said => said.Max(told => told.Post.SourcePostedAt) is var last && last < Now.AddDays(-10) && !(answers.TryGetValue(said.Key, out var answered) && answered > last));
        Assert.InRange(open, 0, 60);
    }

    [Fact]
    public void Posts_are_edited_and_deleted_after_they_were_written()
    {
        Assert.InRange(Told.Value.Count(told => told.Post is { EditedAt: not null, DeletedAt: null }), 100, 1_000);
        Assert.InRange(Told.Value.Count(told => told.Post.DeletedAt is not null), 100, 1_000);
        Assert.All(Told.Value, told => Assert.True(told.At >= told.Post.SourcePostedAt));
        Assert.DoesNotContain(Told.Value, told => told.Post.DeletedAt is null == (told.Labels().Count == 0));
    }

    [Fact]
    public void What_a_post_is_to_the_brand_its_tone_and_its_topic_are_told_with_it()
    {
        Assert.Equal(Enum.GetValues<Intent>(), First.Value.Select(told => told.Intent).Distinct().Order());
        Assert.Equal(["account", "app", "billing", "chatter", "delivery", "network", "outage", "praise", "returns", "support"], First.Value.Select(told => told.Topic).Distinct().Order());
        var complaint = First.Value.First(told => told.Intent == Intent.Complaint);
        Assert.Equal([("intent", "complaint"), ("sentiment", "negative"), ("topic", complaint.Topic)], complaint.Labels().Select(label => (label.Task, label.Value)));
        Assert.All(complaint.Labels(), label => Assert.Equal((complaint.Post.Identity, false, "simulated"), (label.Post, label.ByPerson, label.Model)));
        Assert.All(First.Value.Where(told => told.Post.Author.BrandAccount), told => Assert.Equal(["topic"], told.Labels().Select(label => label.Task)));
    }

    [Fact]
    public void One_day_is_an_outage_with_its_topic_and_slow_answers()
    {
        var busiest = History.Value.GroupBy(post => post.SourcePostedAt.UtcDateTime.Date).OrderByDescending(day => day.Count()).First();
        Assert.Equal(Outage.UtcDateTime.Date, busiest.Key);
        var complaints = First.Value.Where(told => told.Intent == Intent.Complaint && told.Post.SourcePostedAt >= Outage && told.Post.SourcePostedAt < Outage.AddHours(4) && IsOurs(told.Post)).ToList();
        Assert.InRange(complaints.Count(told => told.Topic == "outage") / (double)complaints.Count, .6, 1);
    }

    [Fact]
    public void On_no_Friday_evening_does_anybody_of_ours_answer_also_not_on_the_last()
    {
        var friday = new DateTimeOffset(2026, 3, 6, 23, 0, 0, TimeSpan.Zero);
        var posts = DemoFeed.Coming(newest: null, friday).TakeWhile(told => told.At <= friday).Select(told => told.Post).ToList();
        var gap = posts.Where(post => (post.SourcePostedAt.DayOfWeek == DayOfWeek.Friday && post.SourcePostedAt.Hour >= 18) || (post.SourcePostedAt.DayOfWeek == DayOfWeek.Saturday && post.SourcePostedAt.Hour < 8)).ToList();
        Assert.DoesNotContain(gap, post => post.Author.Handle == "kestrelnet" && !IsAutomatic(post));
        Assert.InRange(gap.Count(post => post.Author.Handle == "farrowtel"), 100, 10_000);
        Assert.Contains(gap, post => post.SourcePostedAt > friday.AddHours(-2) && post.Author.Handle is "farrowtel" or "quillwave");
    }

    [Fact]
    public void The_stream_has_the_usual_number_of_each_hour_and_no_wall_at_its_end()
    {
        var end = Now.AddDays(7);
        var live = DemoFeed.Coming(newest: null, Now).SkipWhile(told => told.At <= Now).TakeWhile(told => told.At <= end).Count();
        var before = Told.Value.Count(told => told.At > Now.AddDays(-7));
        Assert.InRange(live / (double)before, .85, 1.15);
    }

    private static DateTimeOffset Outage => new(2026, 1, 27, 9, 0, 0, TimeSpan.Zero);

    private static bool IsOurs(Post post) => Names(post, "kestrelnet");

    private static bool Names(Post post, string brand) => post.Mentions.Contains(brand) || post.Text.Contains(brand, StringComparison.OrdinalIgnoreCase);

    private static bool IsAutomatic(Post post) => post.Text.Contains("Thanks for your message", StringComparison.Ordinal);

    // What is left when the mention is gone: places, numbers and days make a sentence no other one.
    private static string Sentence(string text) => string.Join(' ', text.Split(' ').Where(word => !word.StartsWith('@')).Skip(1).Take(4));

    private static string Root(Post post) => post.Identity.Id[..post.Identity.Id.LastIndexOf('-')];

    private static Post? Parent(Dictionary<PostId, Post> byId, Post post) => post.InReplyTo is { } parent ? byId.GetValueOrDefault(new PostId(post.Identity.Source, parent)) : null;

    private static IEnumerable<string> Shown(IEnumerable<SimulatedPost> posts) =>
        posts.Select(told => $"{told.Post.Identity} {told.At:O} {told.Post.Author.Handle} {told.Post.Text} {told.Post.InReplyTo} {told.Topic}");
}
