using Listening.Measuring;
using Listening.Measuring.Searching;

namespace Listening.Metrics.Searching;

/// <summary>Which posts a search asks for, in SQL: the one place for pages and for files.</summary>
/// <param name="Pieces">Conditions by the name that stands for them in a file.</param>
/// <param name="Values">What they are bound to.</param>
internal sealed record AskedPosts((string Name, string Sql)[] Pieces, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>Throws <see cref="MetricQuestionException"/> for a filter that cannot be read.</summary>
    public static AskedPosts Of(PostQuestion question)
    {
        var bound = new BoundValues();
        var search = SearchQuery.ParseOptional(question.Filter);
        (string, string)[] pieces =
        [
            ("audience", question.WithInternal ? "true" : "audience = 'public'"),
            ("standing", search is not null && SpeaksOfDeleted(search.Condition) ? "true" : "deleted_at IS NULL"),
            ("filter", search is null ? "true" : new PostPredicate(bound).Of(search.Condition)),
        ];
        return new(pieces, new Dictionary<string, object?>(bound.All));
    }

    private static bool SpeaksOfDeleted(SearchCondition condition) => condition switch
    {
        PostIs { State: PostState.Deleted } => true,
        AllOf all => all.Conditions.Any(SpeaksOfDeleted),
        AnyOf any => any.Conditions.Any(SpeaksOfDeleted),
        NoneOf none => SpeaksOfDeleted(none.Condition),
        _ => false,
    };
}
