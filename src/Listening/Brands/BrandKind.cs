namespace Listening.Brands;

/// <summary>Whose brand it is.</summary>
public enum BrandKind
{
    /// <summary>Ours.</summary>
    Own,

    /// <summary>A competitor's.</summary>
    Competitor,
}
