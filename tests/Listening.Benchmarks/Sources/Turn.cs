namespace Listening.Benchmarks.Sources;

/// <summary>One turn of a source.</summary>
/// <param name="Source">Whose.</param>
/// <param name="Due">When it should have begun.</param>
/// <param name="Began">When it began.</param>
/// <param name="Ended">When it had read, stored and written down how it went.</param>
internal sealed record Turn(Guid Source, DateTimeOffset Due, DateTimeOffset Began, DateTimeOffset Ended)
{
    /// <summary>Seconds from due to begun.</summary>
    public double Lag => (Began - Due).TotalSeconds;

    /// <summary>Seconds that it took.</summary>
    public double Took => (Ended - Began).TotalSeconds;
}
