namespace Listening.Tests.Sceptic;

/// <summary>One question to the sceptic.</summary>
public sealed record Asked
{
    public required string Metric { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset To { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    public TimeSpan? Within { get; init; }
    public string? Brand { get; init; }

    /// <summary>Which posts, and which openers of waits, count.</summary>
    public Func<Said, bool> Keeps { get; init; } = _ => true;

    /// <summary>The period before, of the same length and followed as long.</summary>
    public Asked Before() => this with { From = From - (To - From), To = From, AsOf = AsOf - (To - From) };
}
