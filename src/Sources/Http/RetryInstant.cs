using System.Globalization;

namespace Listening.Sources.Http;

/// <summary>
/// When a source wants to be asked again. Seen in the wild: whole seconds and HTTP dates (RFC 9110, 10.2.3), fractional seconds (Zulip), ISO 8601 instants
/// (Mastodon's reset) and seconds or milliseconds since 1970 (Bluesky's and X's reset).
/// </summary>
public static class RetryInstant
{
    private const double FirstEpochSecond = 1e9;
    private const double FirstEpochMillisecond = 1e11;

    // Whoever asks to be left alone for longer is asked again after this: nobody should be forgotten by a slip of a digit.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly (string Reset, string Remaining)[] Windows =
    [
        ("X-RateLimit-Reset", "X-RateLimit-Remaining"), ("X-Rate-Limit-Reset", "X-Rate-Limit-Remaining"), ("RateLimit-Reset", "RateLimit-Remaining"),
    ];

    /// <summary>
    /// What the headers say: <c>Retry-After</c>, else the reset of a window of which nothing remains; <paramref name="refused"/> says that the answer was a
    /// refusal, so that a reset counts whatever remains. Null when they say nothing; never in the past, never more than a day away.
    /// </summary>
    public static DateTimeOffset? Of(IReadOnlyDictionary<string, string> headers, DateTimeOffset now, bool refused)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (headers.TryGetValue("Retry-After", out var after) && Read(after, now) is { } told) return told;
        foreach (var (reset, remaining) in Windows)
        {
            if (!headers.TryGetValue(reset, out var text) || Read(text, now) is not { } instant) continue;
            if (refused || (headers.TryGetValue(remaining, out var left) && double.TryParse(left, CultureInfo.InvariantCulture, out var count) && count < 1)) return instant;
        }

        return null;
    }

    /// <summary>One value in any of the dialects; null when it is none of them.</summary>
    public static DateTimeOffset? Read(string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            if (!double.IsFinite(number) || number < 0) return null;
            return Within(number >= FirstEpochMillisecond ? After(DateTimeOffset.UnixEpoch, number / 1000) : After(number >= FirstEpochSecond ? DateTimeOffset.UnixEpoch : now, number), now);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? Within(instant, now)
            : null;
    }

    private static DateTimeOffset After(DateTimeOffset start, double seconds) =>
        start + TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(365_000).TotalSeconds));

    private static DateTimeOffset Within(DateTimeOffset instant, DateTimeOffset now) =>
        instant < now ? now : instant > now + Longest ? now + Longest : instant;
}
