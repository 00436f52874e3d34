using Listening.Brands;
using Listening.Measuring.Searching;

namespace Listening.Cases.Ranking;

/// <summary>Phrases that make a post urgent, of several languages, from <c>Urgency.tsv</c>. All are looked for whatever language a post is in: people mix them.</summary>
public sealed class UrgencyWords
{
    private readonly PhraseMatcher phrases;
    private readonly string[] kinds;

    /// <summary>Reads lines of kind, language and phrase, parted by tabs; <c>#</c> begins a remark. Throws <see cref="InvalidDataException"/>.</summary>
    public UrgencyWords(IEnumerable<string> lines)
    {
        var rows = lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToList();
        if (rows.Find(row => row.Length != 3) is { } faulty) throw new InvalidDataException($"A line of urgency words has a kind, a language and a phrase: {string.Join(' ', faulty)}");
        kinds = [.. rows.Select(row => row[0]).Distinct()];
        phrases = new(rows.Select(row => (new HasWords(SearchWords.Of(row[2]), row[2].EndsWith('*')), Array.IndexOf(kinds, row[0]))));
    }

    /// <summary>Those of the program.</summary>
    public static UrgencyWords Shipped { get; } = Read();

    /// <summary>The kinds of what stands in <paramref name="text"/>, each once, in the order of the file.</summary>
    public IReadOnlyList<string> KindsIn(string text)
    {
        var found = new SortedSet<int>();
        phrases.Match(text, kind => found.Add(kind));
        return [.. found.Select(kind => kinds[kind])];
    }

    private static UrgencyWords Read()
    {
        using var stream = typeof(UrgencyWords).Assembly.GetManifestResourceStream("Cases/Ranking/Urgency.tsv")!;
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n'));
    }
}
