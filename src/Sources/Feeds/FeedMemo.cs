using System.Text.Json;
using Listening.Sources.Http;

namespace Listening.Sources.Feeds;

/// <summary>What a feed's server wants to be told the next time.</summary>
/// <param name="Tag">Its ETag.</param>
/// <param name="Changed">Its Last-Modified.</param>
/// <param name="Moved">Where it lies for good.</param>
internal sealed record FeedMemo(string? Tag = null, string? Changed = null, Uri? Moved = null)
{
    public static FeedMemo Read(string? json) => json is null ? new() : JsonSerializer.Deserialize<FeedMemo>(json, JsonSerializerOptions.Web) ?? new();

    public static FeedMemo Of(OutgoingAnswer answer, Uri? moved) => new(answer.Header("ETag"), answer.Header("Last-Modified"), answer.MovedTo ?? moved);

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public IReadOnlyDictionary<string, string> Headers(string accepted)
    {
        var headers = new Dictionary<string, string> { ["Accept"] = accepted };
        if (Tag is not null) headers["If-None-Match"] = Tag;
        if (Changed is not null) headers["If-Modified-Since"] = Changed;
        return headers;
    }
}
