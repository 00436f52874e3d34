using Listening.Measuring.Searching;

namespace Listening.Metrics.Searching;

/// <summary>
/// A search as a condition on the columns of <c>waits</c>: a wait is found when the post that opened it is. What a wait carries itself is compared
/// there; everything else is looked up among the posts of the period.
/// </summary>
internal sealed class WaitPredicate(BoundValues values, string period)
{
    private readonly PostPredicate posts = new(values);

    /// <summary>SQL that is 1 or 0 for every wait.</summary>
    public string Of(SearchCondition condition) => condition switch
    {
        NoneOf none => $"(NOT {Of(none.Condition)})",
        AllOf all => $"({string.Join(" AND ", Parts(all.Conditions, conditions => new AllOf(conditions)))})",
        AnyOf any => $"({string.Join(" OR ", Parts(any.Conditions, conditions => new AnyOf(conditions)))})",
        FieldIs { Field: SearchField.Author } author => posts.Compared("handle", author.Value, author.Beginning),
        FieldIs { Field: SearchField.Source } source => posts.Compared("toString(source)", source.Value, source.Beginning),
        FieldIs { Field: SearchField.Language } language => posts.Compared("toString(language)", language.Value, language.Beginning),
        FieldIs { Field: SearchField.Topic } topic => posts.Compared("toString(topic)", topic.Value, topic.Beginning),
        FieldIs { Field: SearchField.Intent } intent => posts.Compared("toString(intent)", intent.Value, intent.Beginning),
        FieldIs { Field: SearchField.Sentiment } sentiment => posts.Compared("toString(sentiment)", sentiment.Value, sentiment.Beginning),
        FieldIs { Field: SearchField.Brand } brand => posts.Compared("toString(brand)", brand.Value, brand.Beginning),
        PostedBefore before => $"(opened_at < {values.Bind(before.Instant, "DateTime64(3, 'UTC')")})",
        PostedSince since => $"(opened_at >= {values.Bind(since.Instant, "DateTime64(3, 'UTC')")})",
        _ => LookedUp(condition),
    };

    // What must be looked up is looked up at once.
    private IEnumerable<string> Parts(IReadOnlyList<SearchCondition> conditions, Func<IReadOnlyList<SearchCondition>, SearchCondition> together)
    {
        foreach (var carried in conditions.Where(condition => !OnPostsOnly(condition))) yield return Of(carried);
        var others = conditions.Where(OnPostsOnly).ToList();
        if (others.Count > 0) yield return LookedUp(others.Count == 1 ? others[0] : together(others));
    }

    private string LookedUp(SearchCondition condition) =>
        $"((opened_at, opener) IN (SELECT posted_at, post FROM posts WHERE {period} AND {posts.Of(condition)}))";

    private static bool OnPostsOnly(SearchCondition condition) => condition switch
    {
        NoneOf or PostedBefore or PostedSince => false,
        FieldIs field => field.Field is not (SearchField.Author or SearchField.Source or SearchField.Language or SearchField.Brand or SearchField.Topic
            or SearchField.Intent or SearchField.Sentiment),
        AllOf all => all.Conditions.All(OnPostsOnly),
        AnyOf any => any.Conditions.All(OnPostsOnly),
        _ => true,
    };
}
