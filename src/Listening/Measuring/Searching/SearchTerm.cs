using System.Globalization;

namespace Listening.Measuring.Searching;

/// <summary>Reads one word, phrase or field.</summary>
internal static class SearchTerm
{
    private const string Fields = "author, source, lang, topic, intent, sentiment, brand, party, text, followers, before, after, is";

    /// <summary>What the piece asks.</summary>
    public static SearchCondition Of(SearchToken token)
    {
        if (token.Field is null or "text") return Words(token);
        if (token.Value.Length == 0 || string.IsNullOrWhiteSpace(token.Value))
            throw SearchError.At(token.At, $"'{token.Field}:' has no value", Example(token.Field));
        return token.Field switch
        {
            "author" => Value(token, SearchField.Author, token.Value.TrimStart('@')),
            "source" => Value(token, SearchField.Source, token.Value),
            "lang" => Value(token, SearchField.Language, token.Value),
            "topic" => Value(token, SearchField.Topic, token.Value),
            "brand" => Value(token, SearchField.Brand, token.Value),
            "intent" => OneOf(token, SearchField.Intent, ["complaint", "question", "praise", "other"]),
            "sentiment" => OneOf(token, SearchField.Sentiment, ["negative", "neutral", "positive"]),
            "party" => OneOf(token, SearchField.Party, ["customer", "own", "competitor", "other_brand", "employee", "automated"]),
            "followers" => Followers(token),
            "before" => new PostedBefore(Instant(token)),
            "after" => new PostedSince(Instant(token)),
            "is" => new PostIs(State(token)),
            _ => throw SearchError.At(token.At, $"There is no field '{token.Field}'; the fields are {Fields}", "author:ana AND late"),
        };
    }

    private static HasWords Words(SearchToken token)
    {
        if (token.Field == "text" && string.IsNullOrWhiteSpace(token.Value)) throw SearchError.At(token.At, "'text:' has no value", Example("text"));
        if (!token.Quoted && token.Value.StartsWith("NEAR/", StringComparison.Ordinal))
            throw SearchError.At(token.At, "NEAR cannot be asked yet", "\"still waiting\"");
        var words = SearchWords.Of(token.Value);
        if (words.Count == 0) throw SearchError.At(token.At, $"'{token.Value}' has no letter, digit or symbol to look for", "\"still waiting\"");
        return new(words, token.Value.EndsWith('*'));
    }

    private static FieldIs Value(SearchToken token, SearchField field, string value)
    {
        Uncompared(token);
        var beginning = !token.Quoted && value.EndsWith('*');
        value = (beginning ? value[..^1] : value).Trim().ToLowerInvariant();
        if (value.Length == 0) throw SearchError.At(token.At, $"'{token.Field}:' has no value", Example(token.Field!));
        return new(field, value, beginning);
    }

    private static FieldIs OneOf(SearchToken token, SearchField field, string[] values)
    {
        Uncompared(token);
        var value = token.Value.Trim().ToLowerInvariant();
        if (!values.Contains(value))
            throw SearchError.At(token.At, $"'{token.Field}:' can be {string.Join(", ", values)}, not '{token.Value}'", Example(token.Field!));
        return new(field, value, false);
    }

    private static FollowersAre Followers(SearchToken token)
    {
        var (comparison, length) = token.Value switch
        {
            ['>', '=', ..] => (Comparison.AtLeast, 2),
            ['<', '=', ..] => (Comparison.AtMost, 2),
            ['>', ..] => (Comparison.Greater, 1),
            ['<', ..] => (Comparison.Less, 1),
            ['=', ..] => (Comparison.Equal, 1),
            _ => (Comparison.Equal, 0),
        };
        if (!long.TryParse(token.Value.AsSpan(length), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw SearchError.At(token.At, $"'followers:' compares with a whole number, not '{token.Value}'", Example("followers"));
        return new(comparison, count);
    }

    private static DateTimeOffset Instant(SearchToken token)
    {
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFK", "yyyy-MM-dd HH:mm"];
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(token.Value, forms, CultureInfo.InvariantCulture, utc, out var instant) && instant.Year is >= 1970 and <= 2100)
            return instant;
        throw SearchError.At(token.At, $"'{token.Field}:' wants a day or an instant (UTC) of 1970 to 2100, not '{token.Value}'", Example(token.Field!));
    }

    private static PostState State(SearchToken token) => token.Value.ToLowerInvariant() switch
    {
        "reply" => PostState.Reply,
        "repost" => PostState.Repost,
        "deleted" => PostState.Deleted,
        "edited" => PostState.Edited,
        _ => throw SearchError.At(token.At, $"'is:' can be reply, repost, deleted or edited, not '{token.Value}'", Example("is")),
    };

    private static void Uncompared(SearchToken token)
    {
        if (!token.Quoted && token.Value[0] is '>' or '<' or '=')
            throw SearchError.At(token.At, $"'{token.Field}:' cannot be compared by {token.Value[0]}; only 'followers:' can", Example("followers"));
    }

    private static string Example(string field) => field switch
    {
        "author" => "author:ana",
        "source" => "source:mastodon",
        "lang" => "lang:en",
        "topic" => "topic:refund",
        "intent" => "intent:complaint",
        "sentiment" => "sentiment:negative",
        "brand" => "brand:\"Acme Air\"",
        "party" => "party:customer",
        "followers" => "followers:>1000",
        "before" => "before:2026-01-31",
        "after" => "after:2026-01-01T09:00Z",
        "is" => "is:reply",
        _ => "text:\"still waiting\"",
    };
}
