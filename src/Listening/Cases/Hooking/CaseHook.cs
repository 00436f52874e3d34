namespace Listening.Cases.Hooking;

/// <summary>Where what happens to cases is sent, and how far it has come.</summary>
public sealed record CaseHook
{
    /// <summary>There is one.</summary>
    public const int Only = 1;

    /// <summary>Always <see cref="Only"/>.</summary>
    public int Id { get; init; } = Only;

    /// <summary>Where it is sent.</summary>
    public required string Url { get; init; }

    /// <summary>The last line of the history that was taken there.</summary>
    public required long Cursor { get; init; }

    /// <summary>When it is tried, or while it is sent until when its sender has it; null when it stands still until an admin sets it again.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Since when they have been.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>The last one's reason.</summary>
    public string? Reason { get; init; }

    /// <summary>When something was last taken.</summary>
    public DateTimeOffset? TakenAt { get; init; }
}
