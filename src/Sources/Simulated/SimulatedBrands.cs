using Listening.Brands;

namespace Listening.Sources.Simulated;

/// <summary>The brands of the simulated world: three broadband companies that do not exist.</summary>
public static class SimulatedBrands
{
    /// <summary>Ours.</summary>
    public const string Own = "Kestrelnet";

    /// <summary>Answers at all hours, a little slower than we do, and answers well.</summary>
    public const string Steady = "Farrowtel";

    /// <summary>Answers fast, often with an empty phrase, and now and then not at all.</summary>
    public const string Hasty = "Quillwave";

    /// <summary>Ours first, then the competitors.</summary>
    public static IReadOnlyList<Brand> All { get; } = [Named(Own, BrandKind.Own), Named(Steady, BrandKind.Competitor), Named(Hasty, BrandKind.Competitor)];

    /// <summary>The brand's account, the same in every source.</summary>
    public static string HandleOf(string brand) => brand.ToLowerInvariant();

    private static Brand Named(string name, BrandKind kind) => new()
    {
        Name = name,
        Kind = kind,
        Handles = [.. SimulatedWorld.Sources.Select(source => $"{source}:{HandleOf(name)}")],
        Watch = [name],
    };
}
