using System.Globalization;

namespace Listening.Measuring.Searching;

/// <summary>Reads pieces into conditions by recursive descent: OR of ANDs of NOTs of terms.</summary>
internal sealed class SearchParser(IReadOnlyList<SearchToken> tokens, SearchSubject subject)
{
    private const string NearExample = "refund NEAR/5 late";
    private int at;
    private int depth;
    private int terms;

    private SearchToken Token => tokens[at];

    /// <summary>The whole search.</summary>
    public SearchCondition Read()
    {
        if (Token.Kind == SearchTokenKind.End) throw SearchError.At(0, "The search is empty", "delayed AND lang:en");
        var condition = Or();
        return Token.Kind switch
        {
            SearchTokenKind.End => condition,
            SearchTokenKind.Near => throw SearchError.At(Token.At, "NEAR stands between two single words", NearExample),
            _ => throw SearchError.At(Token.At, "A bracket is closed that was never opened", "(late OR delayed) AND lang:en"),
        };
    }

    private SearchCondition Or()
    {
        var conditions = new List<SearchCondition> { And() };
        while (Take(SearchTokenKind.Or)) conditions.Add(And());
        return conditions.Count == 1 ? conditions[0] : new AnyOf(conditions);
    }

    private SearchCondition And()
    {
        var conditions = new List<SearchCondition> { Not() };
        while (Take(SearchTokenKind.And) || Token.Kind is SearchTokenKind.Term or SearchTokenKind.Not or SearchTokenKind.Open) conditions.Add(Not());
        return conditions.Count == 1 ? conditions[0] : new AllOf(conditions);
    }

    private SearchCondition Not()
    {
        var token = Token;
        at++;
        switch (token.Kind)
        {
            case SearchTokenKind.Not:
                return Nested(token, () => new NoneOf(Not()));
            case SearchTokenKind.Open:
                return Nested(token, () => Bracket(token));
            case SearchTokenKind.Term:
                return Token.Kind == SearchTokenKind.Near ? Near(token) : Term(token);
            case SearchTokenKind.Close when at > 1 && tokens[at - 2].Kind == SearchTokenKind.Open:
                throw SearchError.At(token.At, "There is nothing between the brackets", "(late OR delayed)");
            case SearchTokenKind.Close when at == 1:
                throw SearchError.At(token.At, "A bracket is closed that was never opened", "(late OR delayed) AND lang:en");
            case SearchTokenKind.Near:
                throw SearchError.At(token.At, "NEAR stands between two single words", NearExample);
            default:
                throw SearchError.At(token.At, "A word, a field or a bracket is missing here", "late OR delayed");
        }
    }

    private SearchCondition Term(SearchToken token) => ++terms > SearchQuery.MaximumTerms
        ? throw SearchError.At(token.At, $"A search has at most {SearchQuery.MaximumTerms} words and fields", "refund* AND lang:en")
        : SearchTerm.Of(token, subject);

    private HasNear Near(SearchToken first)
    {
        var near = Token;
        at++;
        if (Token.Kind != SearchTokenKind.Term) throw SearchError.At(Token.At, "A word is missing after NEAR", NearExample);
        var second = Token;
        at++;
        var between = SearchQuery.NearUnlessSaid;
        if (near.Value.Length > 0 && (!int.TryParse(near.Value, NumberStyles.None, CultureInfo.InvariantCulture, out between) || between is < 1 or > SearchQuery.MaximumNear))
            throw SearchError.At(near.At, $"NEAR/ wants how many words may stand between, 1 to {SearchQuery.MaximumNear}, not '{near.Value}'", NearExample);
        return new(NearWord(first), NearWord(second), between);
    }

    private string NearWord(SearchToken token) => token.Field is null or "text" && Term(token) is HasWords { Beginning: false, Words: [var word] } && IndexedWords.Of([word]).Count == 1
        ? word
        : throw SearchError.At(token.At, "NEAR stands between two single words", NearExample);

    private SearchCondition Bracket(SearchToken open)
    {
        var condition = Or();
        if (!Take(SearchTokenKind.Close)) throw SearchError.At(open.At, "A bracket is opened and never closed", "(late OR delayed) AND lang:en");
        return condition;
    }

    private SearchCondition Nested(SearchToken token, Func<SearchCondition> read)
    {
        if (++depth > SearchQuery.MaximumDepth)
            throw SearchError.At(token.At, $"Brackets and NOTs may be nested {SearchQuery.MaximumDepth} deep", "NOT (late OR delayed)");
        var condition = read();
        depth--;
        return condition;
    }

    private bool Take(SearchTokenKind kind)
    {
        if (Token.Kind != kind) return false;
        at++;
        return true;
    }
}
