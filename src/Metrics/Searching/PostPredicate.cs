using Listening.Measuring.Searching;

namespace Listening.Metrics.Searching;

/// <summary>A search as a condition on the columns of <c>posts</c>.</summary>
internal sealed class PostPredicate(BoundValues values)
{
    /// <summary>SQL that is 1 or 0 for every post, never NULL.</summary>
    public string Of(SearchCondition condition) => condition switch
    {
        AllOf all => $"({string.Join(" AND ", all.Conditions.Select(Of))})",
        AnyOf any => $"({string.Join(" OR ", any.Conditions.Select(Of))})",
        NoneOf none => $"(NOT {Of(none.Condition)})",
        HasWords words => new WordPredicate(values).Of(words),
        HasNear near => new WordPredicate(values).Of(near),
        FieldIs { Field: SearchField.Brand } brand =>
            $"arrayExists(b -> {Compared("b", brand.Value, brand.Beginning)}, arrayMap(b -> toString(b), brands))",
        // One of the words of its type, as the search allows no other: compared as a number.
        FieldIs { Field: SearchField.Party } party => $"(party = {values.Bind(party.Value, "String")})",
        FieldIs field => Compared(Column(field.Field), field.Value, field.Beginning),
        FollowersAre followers => $"ifNull(followers {Sign(followers.Comparison)} {values.Bind(followers.Count, "Int64")}, false)",
        PostedBefore before => $"(posted_at < {values.Bind(before.Instant, "DateTime64(3, 'UTC')")})",
        PostedSince since => $"(posted_at >= {values.Bind(since.Instant, "DateTime64(3, 'UTC')")})",
        PostIs { State: PostState.Reply } => "reply",
        PostIs { State: PostState.Repost } => "repost",
        PostIs { State: PostState.Deleted } => "(deleted_at IS NOT NULL)",
        PostIs { State: PostState.Edited } => "(edited_at IS NOT NULL)",
        _ => throw new InvalidOperationException($"No SQL for the condition {condition.GetType().Name}."),
    };

    /// <summary>SQL that compares an expression with a value, case ignored.</summary>
    public string Compared(string expression, string value, bool beginning)
    {
        var bound = $"lowerUTF8({values.Bind(value, "String")})";
        return beginning ? $"startsWith(lowerUTF8({expression}), {bound})" : $"(lowerUTF8({expression}) = {bound})";
    }

    private static string Column(SearchField field) => field switch
    {
        SearchField.Author => "handle",
        SearchField.Source => "toString(source)",
        SearchField.Language => "toString(language)",
        SearchField.Topic => "toString(topic)",
        SearchField.Intent => "toString(intent)",
        SearchField.Sentiment => "toString(sentiment)",
        SearchField.UseCase => "toString(use_case)",
        SearchField.AnswerKind => "replaceAll(toString(answer_kind), ' ', '_')",
        _ => throw new InvalidOperationException($"The field {field} has no column of its own."),
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.Greater => ">",
        Comparison.AtLeast => ">=",
        _ => "=",
    };
}
