using Listening.Brands;

namespace Listening.Sources.Bluesky;

/// <summary>What a stream is read with.</summary>
/// <param name="Address">Where Jetstream is.</param>
/// <param name="Brands">Who is listened for.</param>
/// <param name="Posts">Makes posts of what was asked for.</param>
/// <param name="Versions">The versions seen last.</param>
internal sealed record BlueskyStreamSettings(Uri Address, IReadOnlyList<Brand> Brands, BlueskyPost Posts, SeenVersions Versions);
