using Listening.Models.Learning;

namespace Listening.Models.Living;

/// <summary>When and how is learned from corrections.</summary>
public sealed record RetrainOptions
{
    /// <summary>So many new corrections of a task since its last training make the next one.</summary>
    public int After { get; init; } = 200;

    /// <summary>Fewer corrections than this that were kept apart decide nothing.</summary>
    public int LeastApart { get; init; } = 20;

    /// <summary>Stored posts that are rehearsed, for each correction.</summary>
    public int Rehearsed { get; init; } = 5;

    /// <summary>The most of the frozen set that a challenger may lose, as a share of it.</summary>
    public double MostLost { get; init; } = 0.05;

    /// <summary>How a model is adapted.</summary>
    public TrainingOptions Training { get; init; } = new() { Pull = 0.5f, Epochs = 8, Rate = 0.05f, Balance = 0.5, SetIndicators = false, Folds = 0 };
}
