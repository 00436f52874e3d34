using System.Globalization;
using System.Text.Json;

namespace Listening.Tests.Sceptic;

/// <summary>Posts in the wire form of the HTTP contract, written by hand so that the product's own reader is under test.</summary>
public static class WireLines
{
    /// <summary>One line a post; a deleted one has two: as it was, and as it went.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Said> posts) => [.. posts.SelectMany(VersionsOf)];

    private static IEnumerable<string> VersionsOf(Said post)
    {
        yield return Line(post with { DeletedAt = null }, false);
        if (post.DeletedAt is not null) yield return Line(post, post.Wiped);
    }

    private static string Line(Said post, bool wiped) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["source"] = post.Source,
        ["id"] = post.Id,
        ["author"] = new Dictionary<string, object?> { ["id"] = post.Author, ["handle"] = post.Author, ["bot"] = post.Bot },
        ["text"] = wiped ? "" : post.Text,
        ["postedAt"] = Instant(post.At),
        ["deletedAt"] = post.DeletedAt is { } gone ? Instant(gone) : null,
        ["inReplyTo"] = post.Parent,
        ["conversation"] = post.Conversation,
        ["audience"] = "public",
        ["mentions"] = wiped ? [] : post.Mentions,
    });

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
