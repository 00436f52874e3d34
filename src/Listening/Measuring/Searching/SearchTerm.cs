using System.Globalization;

namespace Listening.Measuring.Searching;

/// <summary>Reads one word, phrase or field.</summary>
internal static class SearchTerm
{
    private const string Fields = "author, source, lang, topic, intent, sentiment, use, answer, brand, party, text, followers, before, after, is";

    private static readonly string CaseFields = $"author, source, lang, topic, intent, sentiment, brand, text, followers, before, after, {CaseTerm.Fields}";

    /// <summary>What the piece asks of <paramref name="subject"/>.</summary>
    public static SearchCondition Of(SearchToken token, SearchSubject subject)
    {
        if (token.Field is null or "text") return Words(token);
        if (token.Value.Length == 0 || string.IsNullOrWhiteSpace(token.Value))
            throw SearchError.At(token.At, $"'{token.Field}:' has no value", Example(token.Field));
        if (CaseTerm.Knows(token.Field))
            return subject == SearchSubject.Cases ? CaseTerm.Of(token) : throw SearchError.At(token.At, $"'{token.Field}:' is asked of cases, not of posts", "author:ana AND late");
        if (subject == SearchSubject.Cases && (token.Field is "use" or "answer" or "party" or "is"))
            throw SearchError.At(token.At, $"'{token.Field}:' is asked of posts, not of cases", "state:waiting AND late");
        return token.Field switch
        {
            "author" => Value(token, SearchField.Author, token.Value.TrimStart('@')),
            "source" => Value(token, SearchField.Source, token.Value),
            "lang" => Value(token, SearchField.Language, token.Value),
            "topic" => Value(token, SearchField.Topic, token.Value),
            "brand" => Value(token, SearchField.Brand, token.Value),
            "intent" => OneOf(token, SearchField.Intent, ["complaint", "question", "praise", "other", "not_sure"]),
            "sentiment" => OneOf(token, SearchField.Sentiment, ["negative", "neutral", "positive", "not_sure"]),
            "use" => OneOf(token, SearchField.UseCase, ["question", "sharing", "opinion", "in_town", "chat", "recognition", "other", "not_sure"]),
            "answer" => OneOf(token, SearchField.AnswerKind, ["in_public", "moved_to_private", "link_only", "acknowledgement"]),
            "party" => OneOf(token, SearchField.Party, ["customer", "own", "competitor", "other_brand", "employee", "automated"]),
            "followers" => Followers(token),
            "before" => new PostedBefore(Instant(token)),
            "after" => new PostedSince(Instant(token)),
            "is" => new PostIs(State(token)),
            _ => throw SearchError.At(token.At, $"There is no field '{token.Field}'; the fields are {(subject == SearchSubject.Cases ? CaseFields : Fields)}", "author:ana AND late"),
        };
    }

    private static HasWords Words(SearchToken token)
    {
        if (token.Field == "text" && string.IsNullOrWhiteSpace(token.Value)) throw SearchError.At(token.At, "'text:' has no value", Example("text"));
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
        var (comparison, count) = ComparedNumber.Of(token, Example("followers"));
        return new(comparison, count);
    }

    private static DateTimeOffset Instant(SearchToken token) => InstantOf(token.Value)
        ?? throw SearchError.At(token.At, $"'{token.Field}:' wants a day or an instant (UTC) of 1970 to 2100, not '{token.Value}'", Example(token.Field!));

    /// <summary>A day or an instant; null when it is none.</summary>
    public static DateTimeOffset? InstantOf(string text)
    {
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFK", "yyyy-MM-dd HH:mm"];
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, utc, out var instant) && instant.Year is >= 1970 and <= 2100 ? instant : null;
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
        "use" => "use:question",
        "answer" => "answer:moved_to_private",
        "brand" => "brand:\"Acme Air\"",
        "party" => "party:customer",
        "followers" => "followers:>1000",
        "before" => "before:2026-01-31",
        "after" => "after:2026-01-01T09:00Z",
        "is" => "is:reply",
        _ when CaseTerm.Knows(field) => CaseTerm.Example(field),
        _ => "text:\"still waiting\"",
    };
}
