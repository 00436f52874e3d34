namespace Listening.Desk.Brands;

/// <summary>A version of the brand registry as the database has it.</summary>
public sealed record RegistryVersionRow
{
    /// <summary>1, 2, …</summary>
    public required int Number { get; init; }

    /// <summary>When it was set.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who set it.</summary>
    public required string Actor { get; init; }

    /// <summary>Why.</summary>
    public required string Note { get; init; }

    /// <summary>What it says, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>What the configuration said then, as JSON.</summary>
    public required string Configuration { get; init; }
}
