namespace Listening.Measuring.Searching;

/// <summary>Cuts a search into pieces.</summary>
internal static class SearchLexer
{
    /// <summary>All pieces, the last one <see cref="SearchTokenKind.End"/>.</summary>
    public static IReadOnlyList<SearchToken> Read(string text)
    {
        var tokens = new List<SearchToken>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else tokens.Add(Next(text, ref at));
        }
        tokens.Add(new(SearchTokenKind.End, text.Length));
        return tokens;
    }

    private static SearchToken Next(string text, ref int at)
    {
        var start = at;
        switch (text[at])
        {
            case '(':
                at++;
                return new(SearchTokenKind.Open, start);
            case ')':
                at++;
                return new(SearchTokenKind.Close, start);
            case '"':
                return new(SearchTokenKind.Term, start, Value: Quoted(text, ref at), Quoted: true);
            case '-' when at + 1 < text.Length && text[at + 1] is not ')' && !char.IsWhiteSpace(text[at + 1]):
                at++;
                return new(SearchTokenKind.Not, start);
            default:
                return WordOrField(text, ref at);
        }
    }

    private static SearchToken WordOrField(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        // https://… is an address, not a field.
        if (at > start && at < text.Length && text[at] == ':' && !text.AsSpan(at).StartsWith("://"))
        {
            var field = text[start..at].ToLowerInvariant();
            at++;
            return Value(text, ref at, start, field);
        }
        at = start;
        var word = Bare(text, ref at);
        return word switch
        {
            "AND" => new(SearchTokenKind.And, start),
            "OR" => new(SearchTokenKind.Or, start),
            "NOT" => new(SearchTokenKind.Not, start),
            "NEAR" => new(SearchTokenKind.Near, start, Value: ""),
            _ when word.StartsWith("NEAR/", StringComparison.Ordinal) => new(SearchTokenKind.Near, start, Value: word["NEAR/".Length..]),
            _ => new(SearchTokenKind.Term, start, Value: word),
        };
    }

    private static SearchToken Value(string text, ref int at, int start, string field)
    {
        if (at < text.Length && text[at] == '"') return new(SearchTokenKind.Term, start, field, Quoted(text, ref at), true);
        return new(SearchTokenKind.Term, start, field, Bare(text, ref at));
    }

    private static string Bare(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && !EndsWord(text[at])) at++;
        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var open = at;
        var close = text.IndexOf('"', at + 1);
        if (close < 0) throw SearchError.At(open, "A quotation mark is opened and never closed", "\"still waiting\"");
        at = close + 1;
        return text[(open + 1)..close];
    }

    private static bool EndsWord(char character) => char.IsWhiteSpace(character) || character is '(' or ')' or '"';
}
