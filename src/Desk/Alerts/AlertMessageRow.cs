namespace Listening.Desk.Alerts;

/// <summary>A message to a channel as the database has it.</summary>
public sealed record AlertMessageRow
{
    /// <summary>Its own, and its Message-ID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Channel { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it says, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>When it arrived; null while nobody said so.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>How often it was begun to be sent.</summary>
    public int Tries { get; init; }

    /// <summary>Not before this is it tried again.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Why the last try failed.</summary>
    public string? Problem { get; init; }
}
