using System.Text;
using System.Text.RegularExpressions;
using Listening.Collecting.Pulling;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>Finds links, mentions and tags in a text that we write, and says where they stand: by offsets in UTF-8 (app.bsky.richtext.facet).</summary>
internal sealed partial class Facets(BlueskyApi api)
{
    /// <summary>The facets, in the order of the text; a mention of nobody is plain text.</summary>
    public async Task<(IReadOnlyList<object> Facets, PageFailure? Failure)> OfAsync(string text, CancellationToken cancellationToken)
    {
        var found = new List<(int At, object Facet)>();
        foreach (Match match in Link().Matches(text)) found.Add((match.Index, Facet(text, match.Index, match.Length, "link", "uri", match.Value)));
        foreach (var (at, tag) in Hashtags.In(text)) found.Add((at, Facet(text, at, tag.Length + 1, "tag", "tag", tag)));
        foreach (Match match in Mention().Matches(text))
        {
            var handle = match.Groups[1];
            var (did, failure) = await DidAsync(handle.Value, cancellationToken);
            if (failure is not null) return ([], failure);
            if (did is not null) found.Add((handle.Index - 1, Facet(text, handle.Index - 1, handle.Length + 1, "mention", "did", did)));
        }

        return ([.. found.OrderBy(one => one.At).Select(one => one.Facet)], null);
    }

    private async Task<(string? Did, PageFailure? Failure)> DidAsync(string handle, CancellationToken cancellationToken)
    {
        var answer = await api.QueryAsync("com.atproto.identity.resolveHandle", [("handle", handle)], cancellationToken);
        return answer.Failure is null or { Kind: FailureKind.Misconfigured } ? (answer.Root.Text("did"), null) : (null, answer.Explained("a handle"));
    }

    private static Dictionary<string, object> Facet(string text, int at, int length, string kind, string name, string value)
    {
        var start = Encoding.UTF8.GetByteCount(text.AsSpan(0, at));
        return new()
        {
            ["index"] = new { byteStart = start, byteEnd = start + Encoding.UTF8.GetByteCount(text.AsSpan(at, length)) },
            ["features"] = new[] { new Dictionary<string, string> { ["$type"] = $"app.bsky.richtext.facet#{kind}", [name] = value } },
        };
    }

    [GeneratedRegex(@"(?<=^|[\s(])https?://\S*[^\s.,;:!?'"")\]]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=^|[\s(])@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Mention();
}
