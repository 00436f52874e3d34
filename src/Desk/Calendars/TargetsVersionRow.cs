namespace Listening.Desk.Calendars;

/// <summary>A version of calendars and targets as the database has it.</summary>
public sealed record TargetsVersionRow
{
    /// <summary>1, 2, …</summary>
    public required int Number { get; init; }

    /// <summary>When it was set.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From when on it is in force.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Who set it.</summary>
    public required string Actor { get; init; }

    /// <summary>Why.</summary>
    public required string Note { get; init; }

    /// <summary>What it says, as JSON.</summary>
    public required string Content { get; init; }
}
