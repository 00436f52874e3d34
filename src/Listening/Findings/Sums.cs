namespace Listening.Findings;

/// <summary>What a stretch of buckets has together.</summary>
/// <param name="Hits">Hits.</param>
/// <param name="N">Rows.</param>
/// <param name="Expected">Hits that were expected.</param>
/// <param name="Days">Buckets.</param>
internal readonly record struct Sums(double Hits, double N, double Expected, int Days)
{
    /// <summary>With one bucket more.</summary>
    public Sums With(double hits, double n, double expected) => new(Hits + hits, N + n, Expected + expected, Days + 1);

    /// <summary>Without those of a part.</summary>
    public Sums Less(Sums part) => new(Hits - part.Hits, N - part.N, Expected - part.Expected, Days - part.Days);
}
