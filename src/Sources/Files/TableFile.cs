using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Listening.Sources.Files;

/// <summary>Reads the rows of any table by the names of its columns: CSV, TSV (no quoting: a tab parts, a line ends) or NDJSON, told by the file's name.</summary>
public static class TableFile
{
    /// <summary>The rows in their order; throws <see cref="InvalidDataException"/> at one that has another number of fields than the header or is no JSON object.</summary>
    public static IAsyncEnumerable<IReadOnlyDictionary<string, string>> ReadAsync(string path, CancellationToken cancellationToken) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => CsvAsync(path, cancellationToken),
            ".tsv" => TsvAsync(path, cancellationToken),
            ".ndjson" or ".jsonl" => NdjsonAsync(path, cancellationToken),
            _ => throw new InvalidDataException($"'{path}' ends in none of .csv, .tsv, .ndjson and .jsonl."),
        };

    private static async IAsyncEnumerable<IReadOnlyDictionary<string, string>> CsvAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var input = File.OpenRead(path);
        string[]? header = null;
        await foreach (var row in CsvRows.ReadAsync(input, cancellationToken))
        {
            if (header is null) header = row.Fields;
            else yield return Named(path, row.Line, header, row.Fields);
        }
    }

    private static async IAsyncEnumerable<IReadOnlyDictionary<string, string>> TsvAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[]? header = null;
        long line = 0;
        await foreach (var text in File.ReadLinesAsync(path, cancellationToken))
        {
            line++;
            if (header is null) header = text.TrimStart('\uFEFF').Split('\t');
            else if (text.Length > 0) yield return Named(path, line, header, text.Split('\t'));
        }
    }

    private static async IAsyncEnumerable<IReadOnlyDictionary<string, string>> NdjsonAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long line = 0;
        await foreach (var text in File.ReadLinesAsync(path, cancellationToken))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            yield return Fields(path, line, text);
        }
    }

    private static Dictionary<string, string> Fields(string path, long line, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                return json.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString());
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{path}, line {line}: {wrong.Message}", wrong);
        }

        throw new InvalidDataException($"{path}, line {line}: a JSON object is expected.");
    }

    private static Dictionary<string, string> Named(string path, long line, string[] header, string[] fields)
    {
        if (fields.Length != header.Length) throw new InvalidDataException($"{path}, line {line}: {fields.Length} fields, but the header has {header.Length}.");
        return header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
