namespace Listening.Measuring.Searching;

/// <summary>Reads pieces into conditions by recursive descent: OR of ANDs of NOTs of terms.</summary>
internal sealed class SearchParser(IReadOnlyList<SearchToken> tokens)
{
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
                if (++terms > SearchQuery.MaximumTerms)
                    throw SearchError.At(token.At, $"A search has at most {SearchQuery.MaximumTerms} words and fields", "refund* AND lang:en");
                return SearchTerm.Of(token);
            case SearchTokenKind.Close when at > 1 && tokens[at - 2].Kind == SearchTokenKind.Open:
                throw SearchError.At(token.At, "There is nothing between the brackets", "(late OR delayed)");
            case SearchTokenKind.Close when at == 1:
                throw SearchError.At(token.At, "A bracket is closed that was never opened", "(late OR delayed) AND lang:en");
            default:
                throw SearchError.At(token.At, "A word, a field or a bracket is missing here", "late OR delayed");
        }
    }

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
