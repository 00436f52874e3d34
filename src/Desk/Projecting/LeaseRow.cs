namespace Listening.Desk.Projecting;

/// <summary>Who does what only one may do.</summary>
public sealed record LeaseRow
{
    /// <summary>What is done.</summary>
    public required string Name { get; init; }

    /// <summary>Who does it.</summary>
    public required string Holder { get; init; }

    /// <summary>Grows whenever the lease passes on or had run out.</summary>
    public required long Epoch { get; init; }

    /// <summary>When it runs out.</summary>
    public required DateTimeOffset Until { get; init; }
}
