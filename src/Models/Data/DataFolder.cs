using Listening.Models.Learning;
using Listening.Models.Text;

namespace Listening.Models.Data;

/// <summary>A folder of data sets, each a folder of tables with tabs between the columns and no quoting.</summary>
/// <param name="path">The folder.</param>
/// <param name="gold">The gold set, whose texts are left out of everything else.</param>
public sealed class DataFolder(string path, GoldSet gold)
{
    /// <summary>The set of examples that were written for a task; its tables travel inside the assembly.</summary>
    public const string Written = "written";

    /// <summary>Path of a file in it.</summary>
    public string File(string set, string file) => Path.Combine(path, set, file);

    /// <summary>The examples of a source, each text once.</summary>
    public IReadOnlyList<Example> Read(DataSource source)
    {
        if (source.Set == GoldSet.Name)
            return [.. gold.Examples(source.File).Select(example => (example.Text, Label: source.LabelOf(new Dictionary<string, string> { ["text"] = example.Text, ["label"] = example.Label })))
                .Where(pair => pair.Label is not null).Select(pair => new Example(pair.Text, pair.Label!))];
        var (examples, seen, reader) = (new List<Example>(), new HashSet<string>(), new PostReader());
        foreach (var row in Rows(source))
        {
            var text = row[source.TextColumn];
            if (source.LabelOf(row) is not { } label) continue;
            reader.Read(text);
            if (reader.Folded.Length == 0 || gold.Holds(reader.Folded) || !seen.Add(reader.Folded)) continue;
            var apart = ExampleSplit.IsKeptApart(reader);
            if (source.Part == Part.Whole || apart == (source.Part == Part.KeptApart)) examples.Add(new Example(text, label));
        }

        return examples;
    }

    private IEnumerable<Dictionary<string, string>> Rows(DataSource source)
    {
        string[]? header = null;
        using var text = source.Set == Written
            ? new StreamReader(typeof(DataFolder).Assembly.GetManifestResourceStream($"Written/{source.File}") ?? throw new FileNotFoundException($"No table {source.File} was written."))
            : new StreamReader(File(source.Set, source.File));
        while (text.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            if (header is null) header = fields;
            else if (fields.Length == header.Length) yield return header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
            else throw new InvalidDataException($"{source.Set}/{source.File}: a row has {fields.Length} fields, but the header has {header.Length}.");
        }
    }
}
