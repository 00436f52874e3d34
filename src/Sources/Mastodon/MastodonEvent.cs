using System.Text;
using System.Text.Json;
using Listening.Sources.Json;

namespace Listening.Sources.Mastodon;

/// <summary>What a stream told (docs.joinmastodon.org/methods/streaming, events).</summary>
/// <param name="Status">A status that is new or was edited; undefined where one was deleted.</param>
/// <param name="Deleted">The server's id of a status that was deleted.</param>
internal sealed record MastodonEvent(JsonElement Status, string? Deleted)
{
    /// <summary>Reads an event; null when it is none of ours or cannot be read: the pulls say so where it counts.</summary>
    public static MastodonEvent? Read(string type, string data) => type switch
    {
        "update" or "status.update" => Of(Parsed(data)),
        "notification" => Parsed(data) is { } told && told.Text("type") == "mention" ? Of(told.Field("status")) : null,
        "delete" => data.Trim() is { Length: > 0 and <= 200 } id ? new(default, id) : null,
        _ => null,
    };

    private static MastodonEvent? Of(JsonElement? status) => status is { ValueKind: JsonValueKind.Object } one ? new(one, null) : null;

    private static JsonElement? Parsed(string data) => JsonAnswer.Parse(Encoding.UTF8.GetBytes(data));
}
