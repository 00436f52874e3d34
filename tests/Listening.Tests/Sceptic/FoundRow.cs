namespace Listening.Tests.Sceptic;

/// <summary>One row the sceptic expects: the post, the brand, the seconds and what became of it.</summary>
public sealed record FoundRow(string Id, string? Brand, double? Seconds, string? State);
