using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Listening.Measuring.Searching;

namespace Listening.Metrics.Searching;

/// <summary>
/// Words one after the other in a text. Whole words of scripts that part them are read from the index of words alone; beginnings, symbols and scripts
/// written without spaces get their candidates there and are decided by an expression over the text.
/// </summary>
internal sealed class WordPredicate(BoundValues values)
{
    // The expression of the index by_words in the store's schema; only the same one is answered by it.
    private const string Words = @"lowerUTF8(replaceRegexpAll(text, '[^\\p{L}\\p{M}\\p{N}\\x00-\\x7F]+', ' '))";

    private const string NoWordPart = @"[^\p{L}\p{M}\p{N}]";

    /// <summary>SQL on the column <c>text</c>.</summary>
    public string Of(HasWords words)
    {
        if (!words.Beginning && words.Words.All(word => word.EnumerateRunes().All(SearchWords.HasBorders)))
            return $"{(words.Words.Count == 1 ? "hasToken" : "hasPhrase")}({Words}, lowerUTF8({values.Bind(string.Join(' ', words.Words), "String")}))";
        return $"({string.Join(" AND ", words.Words.Select(Candidate))} AND match(lowerUTF8(text), {values.Bind(Pattern(words), "String")}))";
    }

    /// <summary>SQL on the column <c>text</c>: both words in either order, few words between them.</summary>
    public string Of(HasNear near) => $"({Candidate(near.First)} AND {Candidate(near.Second)} AND match(lowerUTF8(text), "
        + $"{values.Bind($"{Pattern(near.First, near.Second, near.Between)}|{Pattern(near.Second, near.First, near.Between)}", "String")}))";

    private static string Pattern(string first, string second, int between) => string.Create(
        CultureInfo.InvariantCulture, $@"(?:^|{NoWordPart}){Escaped(first)}(?:{NoWordPart}+[\p{{L}}\p{{M}}\p{{N}}]+){{0,{between}}}{NoWordPart}+{Escaped(second)}(?:{NoWordPart}|$)");

    private static string Escaped(string word) => Regex.Escape(word).Replace("&", "&(?:amp;)?", StringComparison.Ordinal);

    // A word's letters, marks and digits mean nothing to LIKE. A symbol is no part of the index, and signs are looked at in the text.
    private string Candidate(string word) => SearchWords.Parts(word).Letters is var letters && letters.EnumerateRunes().All(SearchWords.IsWordPart)
        ? $"{Words} LIKE concat('%', lowerUTF8({values.Bind(letters, "String")}), '%')"
        : $"position(text, {values.Bind(word, "String")}) > 0";

    /// <summary>The words with their borders: letters, marks, digits or one symbol mean nothing to the expression; signs are escaped.</summary>
    private static string Pattern(HasWords words)
    {
        var pattern = new StringBuilder();
        if (BorderBefore(words.Words[0])) pattern.Append($"(?:^|{NoWordPart})");
        for (var i = 0; i < words.Words.Count; i++)
        {
            if (i > 0) pattern.Append(NoWordPart).Append(BorderAfter(words.Words[i - 1]) && BorderBefore(words.Words[i]) ? '+' : '*');
            pattern.Append(Escaped(words.Words[i]));
        }
        if (!words.Beginning && BorderAfter(words.Words[^1])) pattern.Append($"(?:{NoWordPart}|$)");
        return pattern.ToString();
    }

    private static bool BorderBefore(string word) => SearchWords.HasBorders(word.EnumerateRunes().First());

    private static bool BorderAfter(string word) => SearchWords.HasBorders(word.EnumerateRunes().Last());
}
