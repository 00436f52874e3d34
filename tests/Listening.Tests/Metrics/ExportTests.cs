using Listening.Exporting;
using Listening.Measuring;
using Listening.Storing;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

/// <summary>Files hold what the lists on the screen hold.</summary>
public sealed class ExportTests(EngineFixture engine) : FactsTest(engine)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_any_metric_has_as_many_rows_as_its_number_and_the_same()
    {
        var random = new RandomFacts(41);
        var posts = random.Posts(120, Noon);
        await Facts.AddAsync(posts);
        await Facts.AddAsync(random.Waits(posts));
        var written = 0;
        foreach (var (i, metric) in Facts.Metrics().Catalogue.Index())
        {
            var question = About(metric.Id) with { Filter = i % 3 == 2 ? "late OR author:b*" : null };
            var export = await Facts.Exports().RowsAsync(question, Cancelled);
            var rows = await ReadAsync(export);
            var listed = await RowsAsync(question);
            Assert.Equal((metric.Id, listed.Total), (metric.Id, rows.Count));
            Assert.Equal(
                listed.Items.Select(row => (row.Id, row.Brand ?? "", row.State ?? "", row.Seconds, row.Text)).Order(),
                rows.Select(row => (row.Get<string>("id"), row.Get<string>("brand"), row.Get<string>("state"), (double?)row["seconds"], row.Get<string>("text"))).Order());
            Assert.True(rows.Zip(rows.Skip(1)).All(pair => pair.First.Get<DateTimeOffset>("at") <= pair.Second.Get<DateTimeOffset>("at")));
            if (rows.Count > 0) Assert.Equal(export.Columns, rows[0].Columns);
            written += rows.Count;
        }

        Assert.True(written > 300, $"{written} rows");
        var nobody = await Facts.Exports([new() { Name = "Acme" }]).RowsAsync(About("race_own_first"), Cancelled);
        Assert.Empty(await ReadAsync(nobody));
    }

    [Fact]
    public async Task A_file_of_posts_has_those_that_the_search_finds_and_internal_ones_only_for_who_may_see_them()
    {
        await Facts.AddAsync(new RandomFacts(42).Posts(150, Noon));
        await Facts.AddAsync(new SeededPost { PostedAt = Noon, Internal = true, Text = "late inside" });
        foreach (var filter in new[] { null, "late", "is:deleted", "source:mastodon NOT late" })
            foreach (var inside in new[] { false, true })
            {
                var question = new PostQuestion { Filter = filter, WithInternal = inside, From = Noon.AddHours(-1), To = Noon.AddHours(15), Limit = 500 };
                var rows = await ReadAsync(Facts.Exports().Posts(question));
                var found = await Facts.Search().SearchAsync(question, Cancelled);
                Assert.Equal(found.Items.Select(post => post.Identity.ToString()).Reverse().Order(), rows.Select(row => $"{row.Get<string>("source")}/{row.Get<string>("id")}").Order());
                if (rows.Count > 0) Assert.Equal(Facts.Exports().Posts(question).Columns, rows[0].Columns);
            }
    }

    private async Task<List<FactRow>> ReadAsync(ExportQuery export)
    {
        var rows = new List<FactRow>();
        await foreach (var row in Facts.ReadAsync(export.Query, Cancelled)) rows.Add(row);
        return rows;
    }
}
