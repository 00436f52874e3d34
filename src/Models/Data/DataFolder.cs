using Listening.Models.Learning;
using Listening.Models.Text;

namespace Listening.Models.Data;

/// <summary>A folder of data sets, each a folder of tables with tabs between the columns and no quoting.</summary>
public sealed class DataFolder(string path)
{
    /// <summary>Path of a file in it.</summary>
    public string File(string set, string file) => Path.Combine(path, set, file);

    /// <summary>The examples of a source, each text once.</summary>
    public IReadOnlyList<Example> Read(DataSource source)
    {
        var (examples, seen, reader) = (new List<Example>(), new HashSet<string>(), new PostReader());
        foreach (var row in Rows(File(source.Set, source.File)))
        {
            var text = row[source.TextColumn];
            if (source.LabelOf(row) is not { } label) continue;
            reader.Read(text);
            if (reader.Folded.Length == 0 || !seen.Add(reader.Folded)) continue;
            var apart = ExampleSplit.IsKeptApart(reader);
            if (source.Part == Part.Whole || apart == (source.Part == Part.KeptApart)) examples.Add(new Example(text, label));
        }

        return examples;
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        string[]? header = null;
        foreach (var line in System.IO.File.ReadLines(path))
        {
            var fields = line.Split('\t');
            if (header is null) header = fields;
            else if (fields.Length == header.Length) yield return header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
            else throw new InvalidDataException($"{path}: a row has {fields.Length} fields, but the header has {header.Length}.");
        }
    }
}
