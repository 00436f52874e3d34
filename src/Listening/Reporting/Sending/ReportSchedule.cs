namespace Listening.Reporting.Sending;

/// <summary>A report that is sent by itself.</summary>
public sealed record ReportSchedule
{
    /// <summary>Its own.</summary>
    public required Guid Id { get; init; }

    /// <summary>Our brand; null for all of ours.</summary>
    public required string? Brand { get; init; }

    /// <summary>How often.</summary>
    public required ReportCadence Cadence { get; init; }

    /// <summary>At which hour of the day in the reporting zone, 0 to 23.</summary>
    public required int Hour { get; init; }

    /// <summary>Mail addresses; each gets a mail of its own.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>What is attached to a mail.</summary>
    public required IReadOnlyList<ReportFormat> Formats { get; init; }

    /// <summary>Whether the webhook gets it too.</summary>
    public required bool Webhook { get; init; }

    /// <summary>What its periods are held against.</summary>
    public required ReportComparison Comparison { get; init; }

    /// <summary>Whether it is sent.</summary>
    public required bool Enabled { get; init; }

    /// <summary>Since when it is sent: what was due before is not made up for.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Who last changed it.</summary>
    public required string By { get; init; }
}
