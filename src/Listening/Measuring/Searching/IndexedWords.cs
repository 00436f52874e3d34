using System.Text;

namespace Listening.Measuring.Searching;

/// <summary>
/// Words as an index of words keeps and looks for them: those of <see cref="SearchWords"/>, and in scripts that are written without spaces each character is a
/// word, so that what is sought may stand anywhere. Each comes with its signs and without.
/// </summary>
public static class IndexedWords
{
    private const int Longest = 200;

    /// <summary>The words of a text in their order.</summary>
    public static IReadOnlyList<(string Letters, string Signed)> Of(string text) => Of(SearchWords.Of(text));

    /// <summary>The words of a search in their order.</summary>
    public static IReadOnlyList<(string Letters, string Signed)> Of(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var found = new List<(string, string)>();
        foreach (var word in words)
        {
            var (lead, letters, tail) = SearchWords.Parts(word);
            var pieces = Pieces(letters);
            for (var i = 0; i < pieces.Count; i++)
                found.Add((Cut(pieces[i]), Cut($"{(i == 0 ? lead : "")}{pieces[i]}{(i == pieces.Count - 1 ? tail : "")}")));
        }

        return found;
    }

    private static List<string> Pieces(string letters)
    {
        var pieces = new List<string>();
        var run = new StringBuilder();
        foreach (var rune in letters.EnumerateRunes())
        {
            if (SearchWords.HasBorders(rune))
            {
                run.Append(rune);
                continue;
            }

            End();
            pieces.Add(rune.ToString());
        }

        End();
        return pieces;

        void End()
        {
            if (run.Length > 0) pieces.Add(run.ToString());
            run.Clear();
        }
    }

    // Indices refuse words of some thousand bytes, and nobody looks for them.
    private static string Cut(string word) => word.Length <= Longest ? word : word[..(char.IsHighSurrogate(word[Longest - 1]) ? Longest - 1 : Longest)];
}
