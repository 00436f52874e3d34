namespace Listening.Brands;

/// <summary>A brand in the registry: ours or a competitor's.</summary>
public sealed record Brand
{
    /// <summary>The name shown and stored with every fact.</summary>
    public required string Name { get; init; }

    /// <summary>Ours or a competitor's.</summary>
    public BrandKind Kind { get; init; }

    /// <summary>Accounts as <c>source:handle</c>; <c>*:handle</c> means in every source.</summary>
    public IReadOnlyList<string> Handles { get; init; } = [];

    /// <summary>Words or phrases that name the brand without a handle; matched on word borders, case ignored.</summary>
    public IReadOnlyList<string> Watch { get; init; } = [];

    /// <summary>Words or phrases whose presence means the post is about something else.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
