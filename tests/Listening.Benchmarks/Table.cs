using System.Globalization;
using System.Text;

namespace Listening.Benchmarks;

/// <summary>A table in Markdown that says on which day and machine it was measured.</summary>
public sealed class Table(string title)
{
    private readonly List<(string What, string Measured, string Note)> rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(string what, string measured, string note) => rows.Add((what, measured, note));

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {title}").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Measured {TimeProvider.System.GetUtcNow():yyyy-MM-dd} on {Machine.Description}.").AppendLine();
        text.AppendLine("| what | measured | note |").AppendLine("|---|---|---|");
        foreach (var (what, measured, note) in rows) text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {measured} | {note} |");
        return text.ToString();
    }
}
