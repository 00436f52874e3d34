namespace Listening.Collecting;

/// <summary>A picture, film or link card that came with a post.</summary>
public sealed record Attachment(string Kind, string? Url, string? Alt);
