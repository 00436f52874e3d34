using Listening.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class VolumeTests(EngineFixture engine) : FactsTest(engine)
{
    private static SeededPost Post(double minutes) => new() { PostedAt = Noon.AddMinutes(minutes) };

    [Fact]
    public async Task Posts_are_counted_by_bucket_party_and_brand_and_a_post_on_two_brands_is_one_post()
    {
        await Facts.AddAsync(
            Post(0) with { Brands = ["Acme", "Rival"] }, Post(1) with { Party = "own", Brands = ["Acme"] }, Post(61), Post(-1), Post(60 * 24));
        var answer = await AskAsync(About("posts") with { Interval = Interval.Hour, To = Noon.AddHours(3) });
        Assert.Equal(3, answer.Value);
        Assert.Equal([2, 1, 0], answer.Series.Select(point => point.N));
        Assert.Null(answer.Series[2].Value);
        Assert.Equal([("customer", 2L), ("own", 1L)], (await AskAsync(About("posts") with { By = "party" })).Series.Select(point => (point.Group!, point.N)));
        var brands = await AskAsync(About("posts") with { By = "brand" });
        Assert.Equal([("", 1L), ("Acme", 2L), ("Rival", 1L)], brands.Series.Select(point => (point.Group!, point.N)));
        Assert.Equal(3, brands.N);
        Assert.Equal(2, (await RowsAsync(About("posts") with { By = "brand", Group = "Acme" })).Total);
    }

    [Fact]
    public async Task A_deleted_post_is_left_out_from_the_instant_it_was_deleted()
    {
        await Facts.AddAsync(Post(0), Post(1) with { DeletedAt = Noon.AddMinutes(5), Text = "" });
        var answer = await AskAsync("posts");
        Assert.Equal(1, answer.N);
        Assert.Equal(1, answer.LeftOut["deleted"]);
        Assert.Equal(2, (await AskAsync(About("posts") with { AsOf = Noon.AddMinutes(4) })).N);
    }

    [Fact]
    public async Task Internal_posts_count_only_for_who_may_see_them()
    {
        await Facts.AddAsync(Post(0), Post(1) with { Internal = true, Party = "employee" });
        Assert.Equal(1, (await AskAsync("posts")).N);
        Assert.Equal(1, (await RowsAsync(About("posts"))).Total);
        Assert.Equal(2, (await AskAsync(About("posts") with { WithInternal = true })).N);
    }

    [Fact]
    public async Task Lag_is_of_live_posts_with_its_tail_beside()
    {
        await Facts.AddAsync([
            .. Enumerable.Range(1, 101).Select(i => Post(0) with { Lag = TimeSpan.FromSeconds(i) }),
            Post(0) with { Lag = TimeSpan.FromDays(3000), Backfilled = true },
        ]);
        var answer = await AskAsync("ingest_lag");
        Assert.Equal(51, answer.Value);
        Assert.Equal(101, answer.N);
        Assert.Equal(96, answer.Beside["p95"]);
        Assert.Equal(100, answer.Beside["p99"]);
    }

    [Fact]
    public async Task Coverage_is_the_share_sorted_with_what_came_in_beside()
    {
        await Facts.AddAsync(Post(0) with { Intent = "complaint" }, Post(1), Post(2), Post(3));
        await Facts.AddBatchAsync(Noon.AddMinutes(1), "twitter", 4, 1, 2, 3);
        await Facts.AddBatchAsync(Noon.AddMinutes(2), "mastodon", 10, 0, 0, 1);
        await Facts.AddBatchAsync(Noon.AddDays(2), "mastodon", 99, 0, 0, 0);
        var answer = await AskAsync("coverage");
        Assert.Equal(0.25, answer.Value);
        Assert.Equal(4, answer.N);
        Assert.Equal(
            new Dictionary<string, double?> { ["accepted"] = 14, ["duplicates"] = 1, ["updated"] = 2, ["rejected"] = 4 }, answer.Beside);
    }

    [Fact]
    public async Task Rows_come_in_pages_newest_first_with_their_texts_and_no_row_twice()
    {
        await Facts.AddAsync([.. Enumerable.Range(0, 25).Select(i => Post(i / 5) with { Id = $"p{i}", Text = $"text {i}" })]);
        var seen = new List<MetricRow>();
        string? cursor = null;
        do
        {
            var page = await RowsAsync(About("posts"), cursor, 7);
            Assert.Equal(25, page.Total);
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(25, seen.Select(row => row.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(row => row.At).Select(row => row.At), seen.Select(row => row.At));
        Assert.All(seen, row => Assert.Equal($"text {row.Id[1..]}", row.Text));
        Assert.All(seen, row => Assert.Equal($"https://example.com/{row.Id}", row.Url));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("!!")]
    public async Task A_cursor_that_no_page_gave_is_refused(string cursor) =>
        Assert.Equal("cursor", (await Assert.ThrowsAsync<MetricQuestionException>(() => RowsAsync(About("posts"), cursor))).Parameter);

    [Fact]
    public async Task What_cannot_be_asked_is_said_in_words()
    {
        async Task<string> Wrong(MetricQuestion question) => (await Assert.ThrowsAsync<MetricQuestionException>(() => AskAsync(question))).Parameter;
        Assert.Equal("metric", await Wrong(About("happiness")));
        Assert.Equal("by", await Wrong(About("frt") with { By = "party" }));
        Assert.Equal("group", await Wrong(About("frt") with { Group = "x" }));
        Assert.Equal("from", await Wrong(About("frt") with { To = Noon }));
        Assert.Equal("filter", await Wrong(About("frt") with { Filter = "(" }));
        Assert.Equal("interval", await Wrong(About("posts") with { From = Noon.AddYears(-10), Interval = Interval.Minute }));
    }
}
