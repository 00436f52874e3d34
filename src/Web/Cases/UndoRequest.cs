namespace Listening.Web.Cases;

/// <summary>What is taken back.</summary>
/// <param name="Token">As an answer gave it.</param>
public sealed record UndoRequest(string? Token);
