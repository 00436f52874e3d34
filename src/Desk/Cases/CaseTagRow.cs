namespace Listening.Desk.Cases;

/// <summary>A tag on a case.</summary>
public sealed record CaseTagRow
{
    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>The tag.</summary>
    public required string Tag { get; init; }
}
