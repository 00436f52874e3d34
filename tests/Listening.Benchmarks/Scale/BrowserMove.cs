namespace Listening.Benchmarks.Scale;

/// <summary>From a post's 200, and from its sending, until a tile's n moved in a real browser.</summary>
/// <param name="Tile">Its id.</param>
/// <param name="Samples">How many posts.</param>
/// <param name="P50">From the answer, milliseconds; 0 where the tile was faster than the answer.</param>
/// <param name="P99">The same.</param>
/// <param name="Worst">The same.</param>
/// <param name="SentP50">From the moment the post was sent, milliseconds.</param>
/// <param name="SentP99">The same.</param>
public sealed record BrowserMove(string Tile, int Samples, double P50, double P99, double Worst, double SentP50, double SentP99);
