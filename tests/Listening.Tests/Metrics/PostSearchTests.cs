using Listening.Measuring;
using Listening.Measuring.Searching;
using Listening.Tests.Measuring;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Metrics;

public sealed class PostSearchTests(EngineFixture engine) : FactsTest(engine)
{
    private Task<PostPage> FindAsync(PostQuestion question) => Facts.Search().SearchAsync(question, TestContext.Current.CancellationToken);

    private async Task<string> FindAsync(string filter) =>
        string.Join(' ', (await FindAsync(new PostQuestion { Filter = filter, Limit = 1000 })).Items.Select(post => post.Identity.Id).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_search_finds_what_a_naive_reader_of_every_post_finds()
    {
        var facts = new RandomFacts(11);
        var posts = facts.Posts(150, Noon);
        var waits = facts.Waits(posts);
        await Facts.AddAsync(posts);
        await Facts.AddAsync(waits);
        var searches = new RandomSearch(12);
        var found = 0;
        for (var i = 0; i < 100; i++)
        {
            var text = searches.Next();
            var search = SearchQuery.Parse(text);
            var deletedToo = text.Contains("is:deleted", StringComparison.Ordinal);
            var expected = posts.Where(post => (deletedToo || post.DeletedAt is null) && NaiveSearch.Finds(search.Condition, post)).Select(post => post.Id);
            var answer = await FindAsync(text);
            Assert.Equal((text, string.Join(' ', expected.Order(StringComparer.Ordinal))), (text, answer));
            if (answer.Length > 0) found++;
            var waited = waits.Zip(posts).Count(pair => pair.First is { Own: true, First: true, LeftOut: "" } && NaiveSearch.Finds(search.Condition, pair.Second, pair.First));
            Assert.Equal((text, (long)waited), (text, (await AskAsync(About("frt") with { Filter = text })).N));
        }
        Assert.InRange(found, 40, 98);
    }

    [Theory]
    [InlineData("can't", "apostrophe curly split")]
    [InlineData("\"can t\"", "apostrophe curly split")]
    [InlineData("great", "emoji quotes")]
    [InlineData("😀", "emoji")]
    [InlineData("ärger", "umlaut")]
    [InlineData("ÄRGER", "umlaut")]
    [InlineData("rger", "")]
    [InlineData("привет", "russian")]
    [InlineData("ПРИВ*", "russian")]
    [InlineData("ривет", "")]
    [InlineData("遅延", "japanese")]
    [InlineData("delta", "handle tag")]
    [InlineData("delayed", "joined")]
    [InlineData("100%", "percent")]
    [InlineData("100_", "percent")]
    [InlineData("C++", "plus")]
    [InlineData("\"learn C++\"", "plus")]
    [InlineData("at&t", "ampersand")]
    [InlineData("#delt*", "tag")]
    public async Task Words_are_found_in_every_script_and_beside_every_sign(string search, string expected)
    {
        var texts = new Dictionary<string, string>
        {
            ["apostrophe"] = "I can't", ["curly"] = "I can’t", ["split"] = "can! t", ["emoji"] = "great😀", ["quotes"] = "so “great”, thanks", ["umlaut"] = "Mein ÄRGER!",
            ["russian"] = "Привет, мир", ["japanese"] = "電車が遅延している", ["handle"] = "@Delta hello", ["tag"] = "my #DELTA", ["deltas"] = "deltas", ["joined"] = "so delayed.Fix it",
            ["percent"] = "100% sure", ["percentless"] = "1000 sure",
            ["plus"] = "I learn C++.", ["section"] = "see section C", ["ampersand"] = "my AT&amp;T bill", ["preposition"] = "I am at T-Mobile",
        };
        await Facts.AddAsync([.. texts.Select(text => new SeededPost { PostedAt = Noon, Id = text.Key, Text = text.Value })]);
        Assert.Equal(expected, await FindAsync(search));
    }

    [Theory]
    [InlineData("\"it's; DROP TABLE posts\"")]
    [InlineData("author:x'--")]
    [InlineData("source:\\'")]
    [InlineData("\"{f0:String}\"")]
    [InlineData("topic:@rows")]
    [InlineData("brand:%")]
    public async Task What_looks_like_sql_is_only_a_value(string search)
    {
        await Facts.AddAsync(new SeededPost { PostedAt = Noon });
        Assert.Equal("", await FindAsync(search));
        Assert.Equal(0, (await AskAsync(About("posts") with { Filter = search })).N);
        Assert.Equal(1, (await AskAsync("posts")).N);
    }

    [Fact]
    public async Task Hostile_text_in_any_field_finds_what_says_it_and_nothing_else()
    {
        var posts = new List<SeededPost>();
        foreach (var (i, value) in HostileSearches.Values.Index())
            posts.Add(new() { PostedAt = Noon.AddMinutes(-i), Id = $"{i}", Handle = value, Source = value, Language = value, Topic = value, Brands = [value], Text = value, Followers = i });
        posts.Add(new() { PostedAt = Noon, Id = "plain", Intent = "complaint", Sentiment = "negative" });
        await Facts.AddAsync([.. posts]);
        var (asked, found) = (0, 0);
        // A quarter of the values in each field, other ones in the next: every value meets a quarter of the fields.
        foreach (var (at, (field, _, means)) in HostileSearches.Fields(SearchSubject.Posts).Append(("", "", "")).Index())
            foreach (var value in HostileSearches.Values.Where((_, i) => i % 4 == at % 4))
            {
                // Its quotation marks would end the value; all else is the value, whatever it looks like.
                var text = field.Length == 0 ? $"\"{value}\"" : $"{field}:\"{value}\"";
                SearchQuery search;
                try
                {
                    search = SearchQuery.Parse(text);
                }
                catch (MetricQuestionException)
                {
                    await Assert.ThrowsAsync<MetricQuestionException>(() => FindAsync(text));
                    continue;
                }

                var answer = await FindAsync(text);
                // Words of every script are compared in the tests of words.
                if (means.Length == 0) continue;
                var expected = posts.Where(post => NaiveSearch.Finds(search.Condition, post)).Select(post => post.Id).Order(StringComparer.Ordinal);
                Assert.Equal((text, string.Join(' ', expected)), (text, answer));
                asked++;
                found += answer.Length > 0 ? 1 : 0;
            }

        Assert.True(asked > 50 && found > 50, $"{asked} asked, {found} found something");
    }

    [Fact]
    public async Task Pages_go_back_through_the_years_without_a_gap_or_a_repetition()
    {
        await Facts.AddAsync([.. Enumerable.Range(0, 40).Select(i => new SeededPost { PostedAt = Noon.AddHours(-i * i * i / 3), Id = $"p{i}" })]);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await FindAsync(new PostQuestion { Cursor = cursor, Limit = 6 });
            seen.AddRange(page.Items.Select(post => post.Identity.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(40, seen.Count);
        Assert.Equal(40, seen.Distinct().Count());
        Assert.Equal("p39", seen[^1]);
    }

    [Fact]
    public async Task A_period_takes_its_start_and_not_its_end()
    {
        await Facts.AddAsync([.. Enumerable.Range(0, 5).Select(i => new SeededPost { PostedAt = Noon.AddHours(i), Id = $"p{i}" })]);
        var page = await FindAsync(new PostQuestion { From = Noon.AddHours(1), To = Noon.AddHours(3) });
        Assert.Equal(["p2", "p1"], page.Items.Select(post => post.Identity.Id));
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task Internal_posts_are_found_only_by_who_may_see_them()
    {
        await Facts.AddAsync(new SeededPost { PostedAt = Noon, Internal = true, Party = "employee" });
        Assert.Empty((await FindAsync(new PostQuestion())).Items);
        Assert.Single((await FindAsync(new PostQuestion { WithInternal = true })).Items);
    }

    [Fact]
    public async Task A_post_comes_with_what_was_derived_about_it()
    {
        await Facts.AddAsync(new SeededPost { PostedAt = Noon, Handle = "Ana", Followers = 12, Brands = ["Acme"], Intent = "complaint", Text = "Late!", Language = "en" });
        var post = Assert.Single((await FindAsync(new PostQuestion { Filter = "late" })).Items);
        Assert.Equal(("Ana", 12L, "Acme", "Late!", "en", "complaint"),
            (post.Author.Handle, post.Author.Followers!.Value, post.Brands[0], post.Text, post.Language, post.Labels["intent"]));
        Assert.Equal(Noon, post.PostedAt);
    }
}
