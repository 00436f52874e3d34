using Listening.Models.Learning;
using Listening.Sources.Files;

namespace Listening.Web.Commands.Learning;

/// <summary>Reads labelled texts from tables.</summary>
internal static class LabelledTable
{
    public static async Task<IReadOnlyList<Example>> ReadAsync(IReadOnlyList<string> files, string text, string label, CancellationToken cancellationToken)
    {
        var examples = new List<Example>();
        foreach (var file in files)
            await foreach (var row in TableFile.ReadAsync(file, cancellationToken))
                examples.Add(new Example(Cell(file, row, text), Cell(file, row, label)));
        return examples.Count > 0 ? examples : throw new InvalidDataException("No labelled text was given: name at least one .csv, .tsv or .ndjson file with rows.");
    }

    private static string Cell(string file, IReadOnlyDictionary<string, string> row, string column) =>
        row.TryGetValue(column, out var cell) ? cell : throw new InvalidDataException($"{file} has no column '{column}', only {string.Join(", ", row.Keys)}.");
}
