using System.Globalization;

namespace Listening.Sources.Bluesky;

/// <summary>
/// Finds hashtags as Bluesky's own clients do: a word that begins with <c>#</c> and has something else than digits and punctuation in it; punctuation at its end is not of it. One pass, since
/// the text is a stranger's.
/// </summary>
internal static class Hashtags
{
    // As the lexicon: 64 graphemes; in UTF-16 at most this.
    private const int Longest = 640;

    /// <summary>Where each begins, with its <c>#</c>, and what it is without.</summary>
    public static IEnumerable<(int At, string Tag)> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (IsBreak(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && !IsBreak(text[end])) end++;
            if (text[at] is '#' or '＃' && Tag(text.AsSpan(at + 1, end - at - 1)) is { } tag) yield return (at, tag);
            at = end;
        }
    }

    private static string? Tag(ReadOnlySpan<char> word)
    {
        while (!word.IsEmpty && char.IsPunctuation(word[^1])) word = word[..^1];
        // With the emoji sign behind it, # is a key and no tag.
        if (word.IsEmpty || word.Length > Longest || word[0] == '\ufe0f') return null;
        foreach (var character in word)
            if (!char.IsDigit(character) && !char.IsPunctuation(character))
                return word.ToString();
        return null;
    }

    private static bool IsBreak(char character) => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
