namespace Listening.Desk.Reporting;

/// <summary>What somebody wrote at a date, as the database has it.</summary>
public sealed record AnnotationRow
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The date in the reporting zone.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>One line.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string By { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }
}
