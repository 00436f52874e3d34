namespace Listening.Benchmarks.Scale;

/// <summary>How long one tile's answers took over one period, the previous period beside it.</summary>
/// <param name="Tile">Its id.</param>
/// <param name="Period">"a day", "a month", "a year".</param>
/// <param name="Viewers">How many asked the same at the same moment.</param>
/// <param name="Optimized">After the nightly optimize.</param>
/// <param name="Milliseconds">Every answer's time, so that quantiles over several tiles can be formed.</param>
public sealed record TileTime(string Tile, string Period, int Viewers, bool Optimized, List<double> Milliseconds);
