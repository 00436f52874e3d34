using Listening.Models.Data;
using Listening.Models.Learning;
using Listening.Sources.Files;

namespace Listening.Web.Commands.Learning;

/// <summary>
/// Reads the gold set: <c>keys.tsv</c> names its posts in the data sets, <c>labels.tsv</c> has what two passes called each, a line a task. Where they differ the label is
/// not known and the line is left out; so is topic "none", which follows from the intent.
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
        var labels = await RowsAsync(Path.Combine(folder, "labels.tsv"), cancellationToken);
        var tables = labels.Where(row => row["first"] == row["second"] && row["first"] != "none" && texts.ContainsKey((row["dataset"], row["id"])))
            .GroupBy(row => row["task"])
            .ToDictionary(rows => rows.Key, IReadOnlyList<Example> (rows) => [.. rows.Select(row => new Example(texts[(row["dataset"], row["id"])], row["first"]))]);
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
