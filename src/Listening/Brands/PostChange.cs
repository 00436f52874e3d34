namespace Listening.Brands;

/// <summary>Something concluded otherwise about some posts.</summary>
/// <param name="Kind">
/// <c>party</c>: their author is another party; <c>named</c> and <c>not_named</c>: they name a brand now, or no more; <c>excluded</c> and <c>included</c>:
/// exclude terms rule them out now, or no more. One post may be in several.
/// </param>
/// <param name="Brand">The brand named or not named; else empty.</param>
/// <param name="Was">The party before; else empty.</param>
/// <param name="Now">The party after; else empty.</param>
/// <param name="Posts">How many.</param>
/// <param name="Examples">The newest of them.</param>
public sealed record PostChange(string Kind, string Brand, string Was, string Now, long Posts, IReadOnlyList<ChangedPost> Examples);
