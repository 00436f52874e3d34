namespace Listening.Brands;

/// <summary>How many wait for a brand, answered or not, those left out not counted.</summary>
/// <param name="Brand">Its name.</param>
/// <param name="Before">By the facts of now.</param>
/// <param name="After">By those of the other registry.</param>
public sealed record BrandWaits(string Brand, long Before, long After);
