namespace Listening.Brands;

/// <summary>Finds which of many phrases stand in a text, on word borders and without case, in one pass over its words.</summary>
public sealed class PhraseMatcher
{
    private readonly Dictionary<string, List<Phrase>> byFirstWord = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Phrases of letters and digits; what separates words does not matter (<c>wi-fi</c> is found in <c>Wi Fi</c>).</summary>
    /// <param name="phrases">Each phrase with what it stands for.</param>
    public PhraseMatcher(IEnumerable<(string Phrase, int Meaning)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        foreach (var (text, meaning) in phrases)
        {
            var words = Split(text);
            if (words.Count == 0) continue;
            if (!byFirstWord.TryGetValue(words[0], out var started)) byFirstWord.Add(words[0], started = []);
            started.Add(new Phrase([.. words.Skip(1)], meaning));
        }
    }

    /// <summary>Calls <paramref name="found"/> with the meaning of each phrase as often as it stands in <paramref name="text"/>.</summary>
    public void Match(ReadOnlySpan<char> text, Action<int> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        if (byFirstWord.Count == 0) return;
        var firstWords = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; Next(text, ref at, out var word);)
            if (firstWords.TryGetValue(word, out var started))
                foreach (var phrase in started)
                    if (Continues(text[at..], phrase.Rest))
                        found(phrase.Meaning);
    }

    private static bool Continues(ReadOnlySpan<char> text, string[] rest)
    {
        var at = 0;
        foreach (var wanted in rest)
            if (!Next(text, ref at, out var word) || !word.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    private static bool Next(ReadOnlySpan<char> text, ref int at, out ReadOnlySpan<char> word)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at])) at++;
        var start = at;
        while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
        word = text[start..at];
        return at > start;
    }

    private static List<string> Split(string text)
    {
        var words = new List<string>();
        for (var at = 0; Next(text, ref at, out var word);) words.Add(word.ToString());
        return words;
    }

    private sealed record Phrase(string[] Rest, int Meaning);
}
