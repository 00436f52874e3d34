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

    /// <summary>What names the brand without a handle: see <see cref="BrandTerm"/>.</summary>
    public IReadOnlyList<string> Watch { get; init; } = [];

    /// <summary>What says that the post means something else by the brand's name: see <see cref="BrandTerm"/>. Other brands that it names stay named.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
