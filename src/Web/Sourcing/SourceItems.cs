namespace Listening.Web.Sourcing;

/// <summary>A list in an answer.</summary>
/// <param name="Items">What is in it.</param>
public sealed record SourceItems<T>(IReadOnlyList<T> Items);
