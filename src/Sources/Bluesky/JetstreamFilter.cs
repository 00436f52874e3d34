using System.Text.Json;
using Listening.Brands;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>Tells which of all the network's posts are for us; a stream knows no searches.</summary>
/// <param name="brands">Whose words, handles and accounts are listened for.</param>
/// <param name="phrases">What is searched for beside them.</param>
/// <param name="accounts">The ids of known accounts with their handles: an event names nobody otherwise.</param>
internal sealed class JetstreamFilter(IReadOnlyList<Brand> brands, IReadOnlyList<string> phrases, IReadOnlyDictionary<string, string> accounts)
{
    private readonly BrandRegistry registry = new(brands);

    /// <summary>Whether a record by <paramref name="did"/> names a brand, is a known account's, or answers, quotes or mentions one.</summary>
    public bool IsForUs(string did, string id, JsonElement record)
    {
        if (accounts.ContainsKey(did)) return true;
        var post = BlueskyPost.Of(id, new(did, did), record, DateTimeOffset.UnixEpoch);
        return new[] { post.InReplyTo, post.Conversation, post.QuoteOf }.Any(IsOfKnown)
            || record.List("facets").SelectMany(facet => facet.List("features")).Any(feature => feature.Text("did") is { } named && accounts.ContainsKey(named))
            || registry.Named(post).Count > 0
            || phrases.Any(phrase => post.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }

    private bool IsOfKnown(string? id) => id?.Split('/') is ["at:", "", var did, ..] && accounts.ContainsKey(did);
}
