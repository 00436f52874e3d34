using Listening.Models.Data;
using Listening.Models.Learning;

namespace Listening.Models.Tasks;

/// <summary>How a task is learned and what it is held against.</summary>
public sealed record TaskRecipe
{
    /// <summary>Name in snake case, also of its folder below <c>models</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its labels in snake case.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>What it learns from.</summary>
    public required IReadOnlyList<DataSource> Sources { get; init; }

    /// <summary>What it is held against.</summary>
    public required IReadOnlyList<DataSource> Tests { get; init; }

    /// <summary>How it is trained.</summary>
    public TrainingOptions Options { get; init; } = new();

    /// <summary>What a reader of its card should know of its faults.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
