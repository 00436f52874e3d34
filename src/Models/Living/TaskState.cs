namespace Listening.Models.Living;

/// <summary>What is kept of a task.</summary>
/// <param name="Live">Version in use; null for the shipped one.</param>
/// <param name="Versions">What was trained here, the newest last.</param>
public sealed record TaskState(string? Live, IReadOnlyList<ModelVersion> Versions)
{
    /// <summary>Nothing was trained.</summary>
    public static TaskState None { get; } = new(null, []);
}
