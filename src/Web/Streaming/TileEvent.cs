using Listening.Web.Dashboards;

namespace Listening.Web.Streaming;

/// <summary>A tile has moved, or could not be evaluated.</summary>
/// <param name="Tile">The tile's id.</param>
/// <param name="Revision">The revision of the facts.</param>
/// <param name="Answer">What it shows now; null with an <paramref name="Error"/>.</param>
/// <param name="Error">Why there is no answer, in words.</param>
public sealed record TileEvent(string Tile, long Revision, TileAnswer? Answer, string? Error = null);
