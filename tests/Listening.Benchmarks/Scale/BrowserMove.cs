namespace Listening.Benchmarks.Scale;

/// <summary>From a post's 200 until a tile's n moved in a real browser.</summary>
/// <param name="Tile">Its id.</param>
/// <param name="Samples">How many posts.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Worst">Milliseconds.</param>
public sealed record BrowserMove(string Tile, int Samples, double P50, double P99, double Worst);
