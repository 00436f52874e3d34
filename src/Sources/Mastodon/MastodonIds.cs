using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Collecting.Pulling;
using Listening.Sources.Json;

namespace Listening.Sources.Mastodon;

/// <summary>Finds out which post a server's id means, and by which id a server knows a post.</summary>
internal sealed partial class MastodonIds(MastodonServer server)
{
    /// <summary>How many ids the server takes in one question.</summary>
    public const int Most = 20;

    /// <summary>Learns what the statuses are called, and asks for those that they answer or quote. Null when that worked; an id that the server does not show stays unknown.</summary>
    public async Task<PageFailure?> LearnAsync(IReadOnlyList<JsonElement> statuses, CancellationToken cancellationToken)
    {
        foreach (var status in statuses) Learn(status);
        var unknown = statuses.SelectMany(Others).Where(id => server.Memory.UriOf(id) is null).Distinct().Chunk(Most).ToList();
        foreach (var ids in unknown)
        {
            if (await FindAsync(ids, cancellationToken) is { Failure: { } failure }) return failure;
        }

        return null;
    }

    /// <summary>The statuses with these ids that the server shows.</summary>
    public async Task<(IReadOnlyList<JsonElement> Statuses, PageFailure? Failure)> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var sent = await server.SendAsync($"api/v1/statuses?{string.Join('&', ids.Select(id => $"id[]={Uri.EscapeDataString(id)}"))}", cancellationToken);
        // Servers that do not know this question are asked for each.
        var several = sent.Status is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed);
        var answer = server.Read(sent);
        if (several && answer.Failure is { } failure) return ([], failure);
        var found = (several ? answer.Root.AsList() : []).Where(status => ids.Contains(status.Text("id"))).ToList();
        foreach (var id in ids.Except(found.Select(status => status.Text("id")!)).ToList())
        {
            var one = await OneAsync(id, cancellationToken);
            if (one.Failure is { } missed) return ([], missed);
            if (one.Root.IsObject()) found.Add(one.Root);
        }

        foreach (var status in found) Learn(status);
        return (found, null);
    }

    /// <summary>One status; neither it nor a failure when the server does not show it.</summary>
    public async Task<JsonAnswer> OneAsync(string id, CancellationToken cancellationToken)
    {
        var sent = await server.SendAsync($"api/v1/statuses/{Uri.EscapeDataString(id)}", cancellationToken);
        if (sent.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone) return new(default, null);
        var answer = server.Read(sent);
        if (answer.Failure is null && answer.Root.Text("id") != id) return JsonAnswer.Unreadable(sent);
        if (answer.Failure is null) Learn(answer.Root);
        return answer;
    }

    /// <summary>The server's id of a post. Null when it cannot be told, as with a post from elsewhere when there is no token.</summary>
    public async Task<(string? Id, PageFailure? Failure)> OfAsync(string uri, CancellationToken cancellationToken)
    {
        if (server.Memory.IdOf(uri) is { } known) return (known, null);
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var address)) return (null, null);
        if (address.Authority == server.Address.Authority && Local().Match(address.AbsolutePath) is { Success: true } local) return (local.Groups[1].Value, null);
        if (!server.HasToken) return (null, null);
        var answer = await server.GetAsync($"api/v2/search?q={Uri.EscapeDataString(uri)}&type=statuses&resolve=true&limit=1", cancellationToken);
        if (answer.Failure is { } failure) return (null, failure);
        foreach (var status in answer.Root.List("statuses")) Learn(status);
        return (server.Memory.IdOf(uri), null);
    }

    private void Learn(JsonElement status)
    {
        if (status.Text("id") is { } id && MastodonPosts.Identity(status) is { } uri) server.Memory.Learn(id, uri);
        var quoted = MastodonPosts.Quoted(status).Status;
        if (quoted.Text("id") is { } other && MastodonPosts.Identity(quoted) is { } address) server.Memory.Learn(other, address);
    }

    private static IEnumerable<string> Others(JsonElement status)
    {
        if (status.Text("in_reply_to_id") is { } parent) yield return parent;
        if (MastodonPosts.Quoted(status) is { Status.ValueKind: not JsonValueKind.Object, Id: { } quoted }) yield return quoted;
    }

    [GeneratedRegex("""/(?:statuses|posts|objects|notes)/([A-Za-z0-9-]+)$""")]
    private static partial Regex Local();
}
