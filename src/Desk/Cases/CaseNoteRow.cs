namespace Listening.Desk.Cases;

/// <summary>A note as the database has it.</summary>
public sealed record CaseNoteRow
{
    /// <summary>Grows with every note.</summary>
    public long Id { get; init; }

    /// <summary>The case it is on.</summary>
    public required long CaseId { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string By { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }
}
