using System.Globalization;
using Listening.Collecting.Pulling;

namespace Listening.Sources.Http;

/// <summary>
/// What an answer's headers say of the budget: <c>X-RateLimit-…</c> (Mastodon, Reddit, Discourse, Mattermost), <c>X-Rate-Limit-…</c> (X), <c>RateLimit-…</c> (Bluesky). Reddit tells
/// what is used instead of the limit, with fractions.
/// </summary>
internal static class RateHeaders
{
    private static readonly string[] Dialects = ["X-RateLimit", "X-Rate-Limit", "RateLimit"];

    /// <summary>Null when they say nothing.</summary>
    public static RateBudget? Of(IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        foreach (var dialect in Dialects)
        {
            if (Number(headers, $"{dialect}-Remaining") is not { } remaining) continue;
            var limit = Number(headers, $"{dialect}-Limit") ?? (Number(headers, $"{dialect}-Used") is { } used ? used + remaining : null);
            var resets = headers.TryGetValue($"{dialect}-Reset", out var text) ? RetryInstant.Read(text, now) : null;
            return new(limit is { } most ? (long)most : null, (long)remaining, resets, Told: true);
        }

        return null;
    }

    private static double? Number(IReadOnlyDictionary<string, string> headers, string name) =>
        headers.TryGetValue(name, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e15 ? number : null;
}
