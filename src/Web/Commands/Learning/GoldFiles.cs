using Listening.Models.Data;
using Listening.Models.Learning;
using Listening.Sources.Files;

namespace Listening.Web.Commands.Learning;

/// <summary>
/// Reads the gold set: <c>keys.tsv</c> names its posts in the data sets, <c>customers.tsv</c> has their intent and topic, <c>replies.tsv</c> the kind of
/// answer; the latter two may be absent as long as nobody labelled them.
/// </summary>
public static class GoldFiles
{
    /// <summary>Reads the gold set of <paramref name="folder"/>; its texts are in the data sets of <paramref name="data"/>.</summary>
    public static async Task<GoldSet> ReadAsync(string folder, string data, CancellationToken cancellationToken)
    {
        var keys = await RowsAsync(Path.Combine(folder, "keys.tsv"), cancellationToken);
        var texts = new Dictionary<(string, string), string>();
        foreach (var set in keys.Select(row => row["dataset"]).Distinct()) await ReadTextsAsync(set, data, texts, cancellationToken);
        var known = keys.Select(row => (row["dataset"], row["id"])).Where(texts.ContainsKey).ToList();
        var tables = new Dictionary<string, IReadOnlyList<Example>>();
        foreach (var (file, column) in new[] { ("customers.tsv", GoldSet.Intent), ("customers.tsv", GoldSet.Topic), ("replies.tsv", GoldSet.AnswerKind) })
        {
            if (!File.Exists(Path.Combine(folder, file))) continue;
            var rows = await RowsAsync(Path.Combine(folder, file), cancellationToken);
            tables[column] = [.. rows.Where(row => texts.ContainsKey((row["dataset"], row["id"])) && row[column] != "none").Select(row => new Example(texts[(row["dataset"], row["id"])], row[column]))];
        }

        return new GoldSet(known.Select(key => texts[key]), tables);
    }

    private static async Task ReadTextsAsync(string set, string data, Dictionary<(string, string), string> texts, CancellationToken cancellationToken)
    {
        var path = Directory.EnumerateFiles(Path.Combine(data, set)).Where(file => Path.GetExtension(file) is ".tsv" or ".csv").Order(StringComparer.Ordinal).First();
        var number = 0;
        await foreach (var row in TableFile.ReadAsync(path, cancellationToken))
            texts[(set, row.TryGetValue("tweet_id", out var id) ? id : $"{++number}")] = row["text"];
    }

    private static async Task<List<IReadOnlyDictionary<string, string>>> RowsAsync(string path, CancellationToken cancellationToken)
    {
        var rows = new List<IReadOnlyDictionary<string, string>>();
        await foreach (var row in TableFile.ReadAsync(path, cancellationToken)) rows.Add(row);
        return rows;
    }
}
