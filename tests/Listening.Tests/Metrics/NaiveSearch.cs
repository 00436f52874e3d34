using Listening.Measuring.Searching;

namespace Listening.Tests.Metrics;

/// <summary>The search language by its words, over posts in memory.</summary>
internal static class NaiveSearch
{
    public static bool Finds(SearchCondition condition, SeededPost post, SeededWait? wait = null) => condition switch
    {
        AllOf all => all.Conditions.All(one => Finds(one, post, wait)),
        AnyOf any => any.Conditions.Any(one => Finds(one, post, wait)),
        NoneOf none => !Finds(none.Condition, post, wait),
        HasWords words => HasRow(Split(post.Text), words.Words, words.Beginning),
        HasNear near => AreNear(Split(post.Text), near),
        FieldIs { Field: SearchField.Brand } brand => (wait is null ? post.Brands : [wait.Brand]).Any(one => Is(one, brand)),
        FieldIs field => Is(Value(post, field.Field), field),
        FollowersAre followers => post.Followers is { } count && followers.Comparison switch
        {
            Comparison.Less => count < followers.Count,
            Comparison.AtMost => count <= followers.Count,
            Comparison.Greater => count > followers.Count,
            Comparison.AtLeast => count >= followers.Count,
            _ => count == followers.Count,
        },
        PostedBefore before => post.PostedAt < before.Instant,
        PostedSince since => post.PostedAt >= since.Instant,
        PostIs { State: PostState.Reply } => post.Reply,
        PostIs { State: PostState.Repost } => post.Repost,
        PostIs { State: PostState.Deleted } => post.DeletedAt is not null,
        PostIs { State: PostState.Edited } => post.EditedAt is not null,
        _ => throw new ArgumentException(condition.ToString()),
    };

    private static string Value(SeededPost post, SearchField field) => field switch
    {
        SearchField.Author => post.Handle,
        SearchField.Source => post.Source,
        SearchField.Language => post.Language,
        SearchField.Topic => post.Topic,
        SearchField.Intent => post.Intent,
        SearchField.Sentiment => post.Sentiment,
        SearchField.UseCase => post.UseCase,
        _ => post.Party,
    };

    private static bool Is(string value, FieldIs field) => field.Beginning
        ? value.StartsWith(field.Value, StringComparison.OrdinalIgnoreCase)
        : value.Equals(field.Value, StringComparison.OrdinalIgnoreCase);

    private static List<string> Split(string text)
    {
        var words = new List<string> { "" };
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter)) words[^1] += letter;
            else if (words[^1].Length > 0) words.Add("");
        }
        return words;
    }

    private static bool AreNear(List<string> text, HasNear near) => Enumerable.Range(0, text.Count).Any(i => text[i] == near.First
        && Enumerable.Range(0, text.Count).Any(j => j != i && text[j] == near.Second && Math.Abs(i - j) <= near.Between + 1));

    private static bool HasRow(List<string> text, IReadOnlyList<string> row, bool beginning)
    {
        for (var start = 0; start + row.Count <= text.Count; start++)
        {
            var all = true;
            for (var i = 0; i < row.Count; i++)
                all &= beginning && i == row.Count - 1 ? text[start + i].StartsWith(row[i], StringComparison.Ordinal) : text[start + i] == row[i];
            if (all) return true;
        }
        return false;
    }
}
