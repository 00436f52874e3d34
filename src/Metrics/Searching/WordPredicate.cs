using System.Text;
using Listening.Measuring.Searching;

namespace Listening.Metrics.Searching;

/// <summary>Words one after the other in a text: the text index finds the candidates, an expression over Unicode's letters decides.</summary>
internal sealed class WordPredicate(BoundValues values)
{
    private const string NoWordPart = @"[^\p{L}\p{M}\p{N}]";

    /// <summary>SQL on the column <c>text</c>.</summary>
    public string Of(HasWords words)
    {
        // One token with nothing else to check is what the index was made for.
        if (words is { Words: [var only], Beginning: false } && only.All(char.IsAsciiLetterOrDigit))
            return $"(hasToken(lower(text), {values.Bind(only, "String")}) OR {Candidate(only)} AND {Decided(words)})";
        return $"({string.Join(" AND ", words.Words.Select(Candidate))} AND {Decided(words)})";
    }

    private string Candidate(string word) => word.All(char.IsAsciiLetterOrDigit)
        ? $"lower(text) LIKE concat('%', {values.Bind(word, "String")}, '%')"
        : $"position(lowerUTF8(text), {values.Bind(word, "String")}) > 0";

    private string Decided(HasWords words) => $"match(lowerUTF8(text), {values.Bind(Pattern(words), "String")})";

    /// <summary>The words with their borders. Words are letters, marks, digits or one symbol, so nothing in them means anything to the expression.</summary>
    private static string Pattern(HasWords words)
    {
        var pattern = new StringBuilder();
        if (BorderBefore(words.Words[0])) pattern.Append($"(?:^|{NoWordPart})");
        for (var i = 0; i < words.Words.Count; i++)
        {
            if (i > 0) pattern.Append(NoWordPart).Append(BorderAfter(words.Words[i - 1]) && BorderBefore(words.Words[i]) ? '+' : '*');
            pattern.Append(words.Words[i]);
        }
        if (!words.Beginning && BorderAfter(words.Words[^1])) pattern.Append($"(?:{NoWordPart}|$)");
        return pattern.ToString();
    }

    private static bool BorderBefore(string word) => SearchWords.HasBorders(word.EnumerateRunes().First());

    private static bool BorderAfter(string word) => SearchWords.HasBorders(word.EnumerateRunes().Last());
}
