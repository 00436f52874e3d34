namespace Listening.Sources.Http;

/// <summary>What one request may take.</summary>
internal sealed record OutgoingLimits
{
    /// <summary>From the first byte sent to the last byte read, redirects included.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a request waits for its turn; a run is told to come back later rather than to sit there.</summary>
    public TimeSpan LongestTurn { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer that is held open may say nothing; those who send events send a sign of life every fifteen to thirty seconds.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>How many redirects are followed.</summary>
    public int MostRedirects { get; init; } = 5;

    /// <summary>How often a request that may be repeated is sent again.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The first wait before that; it doubles.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(500);
}
