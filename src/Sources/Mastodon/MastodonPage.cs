using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.Mastodon;

/// <summary>A page as the server gave it.</summary>
/// <param name="Entries">Statuses or notifications, the newest first.</param>
/// <param name="Newest">The id to read on from; null when it is empty.</param>
/// <param name="Oldest">The id below which older ones lie; null when it is empty.</param>
internal sealed partial record MastodonPage(IReadOnlyList<JsonElement> Entries, string? Newest, string? Oldest)
{
    /// <summary>Reads an answer; ids of pages are the Link header's where there is one (docs.joinmastodon.org/api/guidelines).</summary>
    public static (MastodonPage? Page, PageFailure? Failure) Read(MastodonServer server, OutgoingAnswer sent)
    {
        var answer = server.Read(sent);
        if (answer.Failure is { } failure) return (null, failure);
        if (answer.Root.ValueKind != JsonValueKind.Array) return (null, JsonAnswer.Unreadable(sent).Failure);
        var entries = answer.Root.AsList().ToList();
        if (entries.Count == 0) return (new([], null, null), null);
        if (entries.Exists(entry => entry.Text("id") is null or { Length: > 200 })) return (null, JsonAnswer.Unreadable(sent).Failure);
        var links = sent.Header("Link") ?? "";
        return (new(entries, Id(Previous(), links) ?? entries[0].Text("id"), Id(Next(), links) ?? entries[^1].Text("id")), null);
    }

    /// <summary>Whether something of it lies at or below an id.</summary>
    public bool Reaches(string id) => Entries.Any(entry => !MastodonMark.IsAbove(entry.Text("id")!, id));

    private static string? Id(Regex link, string links) => link.Match(links) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : null;

    [GeneratedRegex("""<[^>]*[?&]min_id=([^&>\s]+)[^>]*>\s*;\s*rel="prev""")]
    private static partial Regex Previous();

    [GeneratedRegex("""<[^>]*[?&]max_id=([^&>\s]+)[^>]*>\s*;\s*rel="next""")]
    private static partial Regex Next();
}
