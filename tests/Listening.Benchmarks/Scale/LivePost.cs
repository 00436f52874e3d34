using System.Globalization;
using System.Text.Json;

namespace Listening.Benchmarks.Scale;

/// <summary>Posts of this very moment, in their wire form.</summary>
public static class LivePost
{
    /// <summary>Distinguishes runs over one store.</summary>
    private static readonly string Run = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The customer of conversation <paramref name="number"/>; nobody else has this name.</summary>
    public static string Author(long number) => $"live{Run}x{number}";

    /// <summary>A complaint that opens conversation <paramref name="number"/>.</summary>
    public static string Opening(long number) => Json($"{Run}-{number}-0", Author(number), null, "@aurora still no internet, and nobody answers the phone", "aurora");

    /// <summary>The brand's answer to it.</summary>
    public static string Answer(long number) => Json($"{Run}-{number}-1", "aurora", $"{Run}-{number}-0", $"@{Author(number)} sorry to read that, we are on it", Author(number));

    private static string Json(string id, string author, string? parent, string text, string mention) => JsonSerializer.Serialize(new
    {
        source = "mastodon",
        id,
        author = new { id = author, handle = author },
        text,
        postedAt = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        inReplyTo = parent,
        mentions = new[] { mention },
    });
}
