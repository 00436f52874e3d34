using System.Globalization;
using System.Text.Json;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>What a message of Jetstream says of a post (github.com/bluesky-social/jetstream, version 1).</summary>
/// <param name="At">When it passed the stream, in microseconds since 1970; also its place in it.</param>
/// <param name="Did">Whose repository.</param>
/// <param name="Operation"><c>create</c>, <c>update</c> or <c>delete</c>; null where it is about no post.</param>
/// <param name="Id">The post.</param>
/// <param name="Cid">Its version.</param>
/// <param name="Record">What it says; undefined with a deletion.</param>
internal sealed record JetstreamEvent(long At, string Did, string? Operation, string Id, string? Cid, JsonElement Record)
{
    private const string Collection = "app.bsky.feed.post";

    public DateTimeOffset Instant => DateTimeOffset.UnixEpoch.AddTicks(At * TimeSpan.TicksPerMicrosecond);

    public string Place => At.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a message; null where it is none.</summary>
    public static JetstreamEvent? Read(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var root = document.RootElement;
            // The year 2100 and all before it.
            if (root.Count("time_us") is not { } at || at > 4_102_444_800_000_000 || root.Text("did") is not { } did) return null;
            var commit = root.Field("commit");
            var isPost = commit.Text("collection") == Collection && commit.Text("rkey") is not null;
            return new(at, did, isPost ? commit.Text("operation") : null, $"at://{did}/{Collection}/{commit.Text("rkey")}", commit.Text("cid"), commit.Field("record") is { ValueKind: JsonValueKind.Object } record ? record.Clone() : default);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
