namespace Listening.Desk.Sources;

/// <summary>A configured source as the database has it.</summary>
public sealed record SourceRow
{
    /// <summary>Its key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name, unique.</summary>
    public required string Name { get; init; }

    /// <summary>Its connector.</summary>
    public required string Kind { get; init; }

    /// <summary>Settings by name, as JSON. Credentials stand there as <c>secret:NAME</c>.</summary>
    public required string Settings { get; init; }

    /// <summary>Seconds between two pulls.</summary>
    public required int Every { get; init; }

    /// <summary>Not pulled until somebody lets it go on.</summary>
    public required bool Paused { get; init; }

    /// <summary>When it was set up.</summary>
    public required DateTimeOffset Added { get; init; }

    /// <summary>Grows with every change.</summary>
    public required int Version { get; init; }
}
