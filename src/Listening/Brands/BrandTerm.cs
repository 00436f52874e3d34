using Listening.Measuring;
using Listening.Measuring.Searching;

namespace Listening.Brands;

/// <summary>
/// A watch or exclude term: a search on a post alone. Bare words are a phrase, as if they stood in quotes (<c>delta airlines</c>); with AND, OR, NOT,
/// brackets, quotes or fields it is what the search language makes of it (<c>delta AND (flight OR baggage)</c>). Of the fields those can be asked that the
/// post itself answers: <c>author: source: lang: text: followers: is:reply is:repost</c>. The others are decided later, some of them from the brands.
/// </summary>
public static class BrandTerm
{
    private const string Example = "delta AND (flight OR baggage)";
    private static readonly string[] Answered = ["author", "source", "lang", "text", "followers"];

    /// <summary>Reads a watch term; it must ask for a word, or it would name the brand in posts of every kind. Throws <see cref="MetricQuestionException"/> with the place.</summary>
    public static SearchCondition Watch(string text)
    {
        var condition = Exclude(text);
        return AsksForWords(condition)
            ? condition
            : throw SearchError.At(0, "A watch term must ask for a word: this would name the brand in posts that say nothing of it", Example);
    }

    /// <summary>Reads an exclude term. Throws <see cref="MetricQuestionException"/> with the place.</summary>
    public static SearchCondition Exclude(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text)) throw SearchError.At(0, "The term is empty", Example);
        var condition = SearchQuery.Parse(text).Condition;
        var tokens = SearchLexer.Read(text);
        foreach (var token in tokens) Check(token);
        return IsPhrase(tokens) && condition is AllOf all
            ? new HasWords([.. all.Conditions.Cast<HasWords>().SelectMany(words => words.Words)], ((HasWords)all.Conditions[^1]).Beginning)
            : condition;
    }

    private static bool IsPhrase(IReadOnlyList<SearchToken> tokens) =>
        tokens.All(token => token is { Kind: SearchTokenKind.End } or { Kind: SearchTokenKind.Term, Field: null, Quoted: false });

    private static void Check(SearchToken token)
    {
        if (token.Kind == SearchTokenKind.Near) throw SearchError.At(token.At, "A term cannot ask for NEAR", Example);
        if (token.Field is not { } field || Answered.Contains(field)) return;
        if (field == "is" && token.Value.ToLowerInvariant() is "reply" or "repost") return;
        throw SearchError.At(token.At, $"A term cannot ask for '{field}:{token.Value}': it is decided after the brands are", Example);
    }

    // Whether it holds for no post in which none of its words stands.
    private static bool AsksForWords(SearchCondition condition) => condition switch
    {
        HasWords => true,
        AllOf all => all.Conditions.Any(AsksForWords),
        AnyOf any => any.Conditions.All(AsksForWords),
        _ => false,
    };
}
