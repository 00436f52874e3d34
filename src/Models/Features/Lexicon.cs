namespace Listening.Models.Features;

/// <summary>Values of words by the hash of the word; the words themselves are not kept.</summary>
public sealed class Lexicon(IReadOnlyDictionary<uint, LexiconEntry> entries)
{
    private readonly Dictionary<uint, LexiconEntry> entries = new(entries);

    /// <summary>No word has a value.</summary>
    public static Lexicon Empty { get; } = new(new Dictionary<uint, LexiconEntry>());

    /// <summary>All entries, in order of their hashes.</summary>
    public IEnumerable<KeyValuePair<uint, LexiconEntry>> Entries => entries.OrderBy(entry => entry.Key);

    /// <summary>The values of the word with this hash.</summary>
    public LexiconEntry this[uint plain] => entries.GetValueOrDefault(plain);
}
