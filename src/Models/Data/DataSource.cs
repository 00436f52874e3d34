namespace Listening.Models.Data;

/// <summary>Where labelled texts of a task come from.</summary>
/// <param name="Set">Folder of the data set.</param>
/// <param name="File">A table in it.</param>
/// <param name="LabelOf">The task's label of a row; null leaves the row out.</param>
public sealed record DataSource(string Set, string File, Func<IReadOnlyDictionary<string, string>, string?> LabelOf)
{
    /// <summary>What it is called in a table of results; set and file where absent.</summary>
    public string? Name { get; init; }

    /// <summary>Which of its rows.</summary>
    public Part Part { get; init; } = Part.Whole;

    /// <summary>How much one of its examples counts, on average.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Its licence lets weights that learned from it be shipped.</summary>
    public bool MayShip { get; init; }

    /// <summary>It stands in for data that may not be shipped, and is left out where those may be used.</summary>
    public bool StandsIn { get; init; }

    /// <summary>Its licence.</summary>
    public string Licence { get; init; } = "";

    /// <summary>Column of the text.</summary>
    public string TextColumn { get; init; } = "text";
}
