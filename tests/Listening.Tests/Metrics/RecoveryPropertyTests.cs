using Listening.Collecting;
using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>Recovery over random facts against a computation by hand, and the laws that hold whatever the facts are.</summary>
public sealed class RecoveryPropertyTests(EngineFixture engine) : FactsTest(engine)
{
    private static readonly DateTimeOffset Long = Noon.AddDays(200);

    [Fact]
    public async Task Every_outcome_is_the_one_that_plain_lists_tell()
    {
        var (posts, waits) = await SeedAsync(31, 260);
        var expected = waits.Where(wait => wait is { Own: true, First: true, LeftOut: "", ClosedAt: not null })
            .Select(wait => (Wait: wait, State: State(wait, posts, waits))).ToList();
        Assert.True(expected.Count(one => one.State is not ("silent" or "unknown")) > 20);
        var answer = await AskAsync(Whole("recovery"));
        Assert.Equal(
            expected.Where(one => one.State != "unknown").GroupBy(one => one.State).Select(group => (group.Key, (long)group.Count())).Order(),
            answer.Series.Select(point => (point.Group!, point.N)).Order());
        Assert.Equal(expected.Count(one => one.State == "unknown"), answer.LeftOut.GetValueOrDefault("tone not known"));
        var rate = await AskAsync(Whole("recovery_rate"));
        var heard = expected.Where(one => one.State is not ("silent" or "unknown")).ToList();
        Assert.Equal((heard.Count, heard.Count(one => one.State == "recovered") / (double)heard.Count), (rate.N, rate.Value));
        var rows = await RowsAsync(Whole("recovery_rate"));
        Assert.Equal(
            heard.Select(one => (one.Wait.Id, one.Wait.Brand, one.State)).Order(), rows.Items.Select(row => (row.Id, row.Brand!, row.State!)).Order());
    }

    [Theory]
    [InlineData("recovery")]
    [InlineData("recovery_rate")]
    [InlineData("loyal_return")]
    [InlineData("defection")]
    [InlineData("share_of_voice")]
    public async Task A_period_that_is_split_and_filters_that_part_it_add_up_and_the_number_is_its_list(string metric)
    {
        await SeedAsync(32, 260);
        var whole = Whole(metric);
        var answer = await AskAsync(whole);
        Assert.True(answer.N > 5, $"{answer.N}");
        Assert.Equal(answer.N, (await RowsAsync(whole)).Items.Count);
        var middle = whole.From + ((whole.To - whole.From) / 2);
        Assert.Equal(answer.N, (await AskAsync(whole with { To = middle })).N + (await AskAsync(whole with { From = middle })).N);
        Assert.Equal(answer.N, (await AskAsync(whole with { Filter = "source:twitter" })).N + (await AskAsync(whole with { Filter = "NOT source:twitter" })).N);
        if (metric != "recovery") Assert.Equal(answer.N, (await AskAsync(whole with { By = "source" })).Series.Sum(point => point.N));
        foreach (var point in answer.Series)
            Assert.Equal(point.N, (await RowsAsync(whole with { Group = point.Group })).Total);
    }

    [Fact]
    public async Task An_unanswered_complaint_never_improves_what_is_told_of_recovery()
    {
        var random = new Random(5);
        var (posts, _) = await SeedAsync(33, 150);
        // Every answer of the period has come by the sixth day: what is written before it tells how somebody sounded before.
        for (var round = 0; round < 8; round++)
        {
            var before = await RatesAsync();
            var post = new SeededPost
            {
                Id = $"complaint{round}", PostedAt = Noon.AddDays(6).AddMinutes(random.Next(5 * 24 * 60)), Source = "twitter", Brands = ["Acme"],
                Handle = round % 4 == 0 ? $"new{round}" : posts[random.Next(posts.Count)].Handle,
                Sentiment = "negative", Intent = "complaint",
            };
            await Facts.AddAsync(post);
            await Facts.AddAsync(new SeededWait { OpenedAt = post.PostedAt, Id = post.Id, Author = post.Handle, Sentiment = "negative" });
            var after = await RatesAsync();
            for (var i = 0; i < before.Length; i++) Assert.True(after[i] <= before[i], $"round {round}, metric {i}: {before[i]} became {after[i]}");
        }
    }

    private async Task<double[]> RatesAsync()
    {
        var outcomes = await AskAsync(Whole("recovery"));
        return
        [
            outcomes.Series.First(point => point.Group == "recovered").N, (await AskAsync(Whole("recovery_rate"))).Value!.Value, (await AskAsync(Whole("loyal_return"))).Value!.Value,
            -(await AskAsync(Whole("defection"))).Value!.Value,
        ];
    }

    // The words of metrics.md over lists: the last sorted tone not later than the answer, and the last within seven days after it.
    private static string State(SeededWait wait, IReadOnlyList<SeededPost> posts, IReadOnlyList<SeededWait> waits)
    {
        var answered = wait.ClosedAt!.Value;
        var about = posts.Where(post => post.Source == wait.Source && post.Handle == wait.Author && !post.Repost && post.DeletedAt is null && post.PostedAt >= Noon
            && (post.Brands.Contains(wait.Brand) || waits.Any(other => Same(other, wait) && other.Id == post.Id))).OrderBy(post => post.PostedAt).ThenBy(post => PostKey.Of(post.Source, post.Id)).ToList();
        var after = about.Where(post => post.PostedAt > answered && post.PostedAt <= answered.AddDays(7)).ToList();
        if (after.Count == 0) return "silent";
        var before = about.LastOrDefault(post => post.PostedAt >= wait.OpenedAt && post.PostedAt <= answered && post.Sentiment != "")?.Sentiment ?? wait.Sentiment;
        var last = after.LastOrDefault(post => post.Sentiment != "")?.Sentiment;
        return before == "" || last is null ? "unknown"
            : before == "negative" && last != "negative" ? "recovered"
            : before != "negative" && last == "negative" ? "worsened" : "unchanged";
    }

    // A conversation in which the author waited for the brand: a wait that is judged, or was left out.
    private static bool Same(SeededWait other, SeededWait wait) =>
        other.Own && (other.First || other.LeftOut.Length > 0) && other.Brand == wait.Brand && other.Author == wait.Author && other.Source == wait.Source;

    private static MetricQuestion Whole(string metric) => metric is "loyal_return" or "defection"
        ? About(metric) with { From = Noon.AddDays(89), To = Noon.AddDays(99), AsOf = Long }
        : About(metric) with { To = Noon.AddDays(3), AsOf = Long };

    private async Task<(IReadOnlyList<SeededPost> Posts, IReadOnlyList<SeededWait> Waits)> SeedAsync(int seed, int count)
    {
        var facts = new RandomFacts(seed);
        var random = new Random(seed);
        // Some write much and some once; nobody is deleted, so that the lists above are short.
        SeededPost By(SeededPost post, string id, int days) => post with
        {
            Id = id, Handle = $"author{random.Next(40)}", Source = random.Next(4) == 0 ? "mastodon" : "twitter", PostedAt = post.PostedAt.AddDays(random.Next(days)), Party = "customer", DeletedAt = null,
        };
        var posts = facts.Posts(count, Noon).Select(post => By(post, post.Id, 1)).ToList();
        var later = Enumerable.Range(0, 3).SelectMany(round => facts.Posts(count, Noon).Select(post => By(post, $"later-{round}-{post.Id}", round == 0 ? 60 : 9))).ToList();
        var waits = facts.Waits(posts);
        await Facts.AddAsync([.. posts, .. later]);
        await Facts.AddAsync(waits);
        return ([.. posts, .. later], waits);
    }
}
