using System.Text;

namespace Listening.Tests.Fuzzing.Live;

/// <summary>An address to read from, with spoiled parameters: the real statements of the store answer it or it is refused.</summary>
internal static class SpoiledAddress
{
    // Kestrel hangs up on a request line over 8 KiB.
    private const int Longest = 7_000;

    private static readonly string[] Paths =
    [
        "/api/v1/posts", "/api/v1/posts/forum/3", "/api/v1/conversations/twitter/2", "/api/v1/metrics", "/api/v1/metrics/posts", "/api/v1/metrics/frt", "/api/v1/metrics/backlog",
        "/api/v1/metrics/response_rate", "/api/v1/metrics/competitor_frt", "/api/v1/metrics/coverage", "/api/v1/metrics/frt/posts", "/api/v1/metrics/posts/posts", "/api/v1/dashboards",
        "/api/v1/dashboards/operations", "/api/v1/session", "/readyz",
    ];

    private static readonly string[] Parameters = ["from", "to", "asOf", "within", "zone", "interval", "by", "group", "filter", "brand", "compare", "q", "cursor", "limit"];

    public static string Of(Random chance)
    {
        var address = new StringBuilder();
        var path = Paths[chance.Next(Paths.Length)];
        address.Append(chance.Next(8) == 0 ? "/" + Uri.EscapeDataString(SpoiledQuestion.Text(path[1..], chance)).Replace("%2F", "/", StringComparison.Ordinal) : path);
        for (var number = chance.Next(5); number > 0; number--)
        {
            var name = Parameters[chance.Next(Parameters.Length)];
            var value = name is "filter" or "q" ? SpoiledSearch.Text(chance) : name == "cursor" ? SpoiledSearch.Cursor(chance) : SpoiledQuestion.Value(chance);
            address.Append(address.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return address.ToString(0, Math.Min(address.Length, Longest));
    }
}
