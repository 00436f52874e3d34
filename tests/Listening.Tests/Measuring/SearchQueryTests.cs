using Listening.Measuring;
using Listening.Measuring.Searching;
using Xunit;

namespace Listening.Tests.Measuring;

public sealed class SearchQueryTests
{
    [Fact]
    public void Words_beside_each_other_must_all_be_there()
    {
        var all = Assert.IsType<AllOf>(SearchQuery.Parse("late Delayed").Condition);
        Assert.Equal(["late", "delayed"], all.Conditions.Cast<HasWords>().Select(words => Assert.Single(words.Words)));
    }

    [Fact]
    public void Not_binds_before_and_before_or()
    {
        var any = Assert.IsType<AnyOf>(SearchQuery.Parse("a OR NOT b AND c").Condition);
        Assert.IsType<HasWords>(any.Conditions[0]);
        var all = Assert.IsType<AllOf>(any.Conditions[1]);
        Assert.IsType<NoneOf>(all.Conditions[0]);
        Assert.IsType<HasWords>(all.Conditions[1]);
    }

    [Fact]
    public void Brackets_go_first()
    {
        var all = Assert.IsType<AllOf>(SearchQuery.Parse("(a OR b) c").Condition);
        Assert.IsType<AnyOf>(all.Conditions[0]);
    }

    [Fact]
    public void A_minus_before_a_term_is_not_and_inside_a_word_is_nothing()
    {
        Assert.IsType<NoneOf>(SearchQuery.Parse("-\"on time\"").Condition);
        Assert.Equal(["self", "service"], Assert.IsType<HasWords>(SearchQuery.Parse("self-service").Condition).Words);
    }

    [Fact]
    public void An_address_is_words_and_no_field() =>
        Assert.Equal(["https", "example", "com"], Assert.IsType<HasWords>(SearchQuery.Parse("https://example.com").Condition).Words);

    [Fact]
    public void A_phrase_keeps_its_order_and_a_star_makes_the_last_word_a_beginning()
    {
        var words = Assert.IsType<HasWords>(SearchQuery.Parse("\"Still, no ref*\"").Condition);
        Assert.Equal(["still", "no", "ref"], words.Words);
        Assert.True(words.Beginning);
    }

    [Theory]
    [InlineData("author:@Ana", SearchField.Author, "ana", false)]
    [InlineData("source:twitter", SearchField.Source, "twitter", false)]
    [InlineData("LANG:en", SearchField.Language, "en", false)]
    [InlineData("topic:refund*", SearchField.Topic, "refund", true)]
    [InlineData("intent:Complaint", SearchField.Intent, "complaint", false)]
    [InlineData("sentiment:negative", SearchField.Sentiment, "negative", false)]
    [InlineData("brand:\"Acme Air\"", SearchField.Brand, "acme air", false)]
    [InlineData("party:other_brand", SearchField.Party, "other_brand", false)]
    public void A_field_has_a_value(string text, SearchField field, string value, bool beginning) =>
        Assert.Equal(new FieldIs(field, value, beginning), SearchQuery.Parse(text).Condition);

    [Theory]
    [InlineData("followers:>1000", Comparison.Greater)]
    [InlineData("followers:>=1000", Comparison.AtLeast)]
    [InlineData("followers:<1000", Comparison.Less)]
    [InlineData("followers:<=1000", Comparison.AtMost)]
    [InlineData("followers:=1000", Comparison.Equal)]
    [InlineData("followers:1000", Comparison.Equal)]
    public void Followers_are_compared(string text, Comparison comparison) =>
        Assert.Equal(new FollowersAre(comparison, 1000), SearchQuery.Parse(text).Condition);

    [Fact]
    public void Before_and_after_take_a_day_or_an_instant_in_utc()
    {
        Assert.Equal(new PostedBefore(new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero)), SearchQuery.Parse("before:2026-01-31").Condition);
        Assert.Equal(new PostedSince(new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero)), SearchQuery.Parse("after:2026-01-01T09:00+01:00").Condition);
    }

    [Theory]
    [InlineData(" ", "The search is empty (at character 1)")]
    [InlineData("late OR", "A word, a field or a bracket is missing here (at character 8)")]
    [InlineData("AND late", "A word, a field or a bracket is missing here (at character 1)")]
    [InlineData("late NOT", "A word, a field or a bracket is missing here (at character 9)")]
    [InlineData("(late", "A bracket is opened and never closed (at character 1)")]
    [InlineData("late)", "A bracket is closed that was never opened (at character 5)")]
    [InlineData(")", "A bracket is closed that was never opened (at character 1)")]
    [InlineData("a ()", "There is nothing between the brackets (at character 4)")]
    [InlineData("a \"late", "A quotation mark is opened and never closed (at character 3)")]
    [InlineData("colour:red", "There is no field 'colour'; the fields are author, source,")]
    [InlineData("author:", "'author:' has no value (at character 1)")]
    [InlineData("a author:@", "'author:' has no value (at character 3)")]
    [InlineData("text:\"\"", "'text:' has no value")]
    [InlineData("a ?!", "'?!' has no letter, digit or symbol to look for (at character 3)")]
    [InlineData("party:friend", "'party:' can be customer, own, competitor, other_brand, employee, automated, not 'friend'")]
    [InlineData("source:>5", "'source:' cannot be compared by >; only 'followers:' can")]
    [InlineData("followers:many", "'followers:' compares with a whole number, not 'many'")]
    [InlineData("followers:>99999999999999999999", "'followers:' compares with a whole number")]
    [InlineData("before:soon", "'before:' wants a day or an instant (UTC) of 1970 to 2100, not 'soon'")]
    [InlineData("is:big", "'is:' can be reply, repost, deleted or edited, not 'big'")]
    [InlineData("a NEAR/0 b", "NEAR/ wants how many words may stand between, 1 to 20, not '0' (at character 3)")]
    [InlineData("a NEAR/5", "A word is missing after NEAR (at character 9)")]
    [InlineData("NEAR/5 a", "NEAR stands between two single words (at character 1)")]
    [InlineData("(a b) NEAR c", "NEAR stands between two single words (at character 7)")]
    [InlineData("\"a b\" NEAR c", "NEAR stands between two single words (at character 1)")]
    [InlineData("a lang:en NEAR c", "NEAR stands between two single words (at character 3)")]
    [InlineData("late assignee:me", "'assignee:' is asked of cases, not of posts (at character 6)")]
    public void What_cannot_be_read_says_where_and_shows_an_example(string text, string sentence)
    {
        var error = Assert.Throws<MetricQuestionException>(() => SearchQuery.Parse(text));
        Assert.Equal("filter", error.Parameter);
        Assert.StartsWith(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains("Example: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"(at character {error.Position + 1}). Example: {error.Example}", error.Message, StringComparison.Ordinal);
        SearchQuery.Parse(error.Example!);
    }

    [Theory]
    [InlineData("colour:red", "There is no field 'colour'; the fields are author, source, lang, topic, intent, sentiment, brand, text, followers, before, after, assignee,")]
    [InlineData("late party:own", "'party:' is asked of posts, not of cases (at character 6)")]
    [InlineData("state:happy", "'state:' can be open, snoozed, resolved, waiting, answered, muted, not 'happy'")]
    [InlineData("view:x", "'view:' can be needs_answer,")]
    [InlineData("priority:high", "'priority:' compares with a whole number, not 'high'")]
    [InlineData("due:soon", "'due:' wants late, or < or > with")]
    [InlineData("due:<30x", "'due:' wants late, or < or > with")]
    [InlineData("due:<", "'due:' wants late, or < or > with")]
    [InlineData("tag:", "'tag:' has no value (at character 1)")]
    [InlineData("assignee:*", "'assignee:' has no value (at character 1)")]
    public void A_search_of_cases_that_cannot_be_read_says_where_and_shows_an_example(string text, string sentence)
    {
        var error = Assert.Throws<MetricQuestionException>(() => SearchQuery.Parse(text, SearchSubject.Cases));
        Assert.StartsWith(sentence, error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"(at character {error.Position + 1}). Example: {error.Example}", error.Message, StringComparison.Ordinal);
        SearchQuery.Parse(error.Example!, SearchSubject.Cases);
    }

    [Fact]
    public void Near_stands_between_two_words_and_lets_five_be_between_unless_told()
    {
        Assert.Equal(new HasNear("late", "#refund", 3), SearchQuery.Parse("Late NEAR/3 #Refund").Condition);
        Assert.Equal(new HasNear("late", "refund", 5), SearchQuery.Parse("late NEAR text:refund").Condition);
        Assert.Equal(2, Assert.IsType<AllOf>(SearchQuery.Parse("a NEAR b c").Condition).Conditions.Count);
    }

    [Fact]
    public void Length_depth_and_number_of_terms_are_limited()
    {
        Assert.Contains("at most 2000", Assert.Throws<MetricQuestionException>(() => SearchQuery.Parse(new string('a', 2001))).Message, StringComparison.Ordinal);
        SearchQuery.Parse(new string('(', 32) + "a" + new string(')', 32));
        Assert.Contains("32 deep", Assert.Throws<MetricQuestionException>(
            () => SearchQuery.Parse(new string('(', 33) + "a" + new string(')', 33))).Message, StringComparison.Ordinal);
        SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("a", 100)));
        Assert.Contains("at most 100", Assert.Throws<MetricQuestionException>(
            () => SearchQuery.Parse(string.Join(' ', Enumerable.Repeat("a", 101)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_asked_finds_everything()
    {
        Assert.Null(SearchQuery.ParseOptional(null));
        Assert.Null(SearchQuery.ParseOptional("  "));
    }
}
