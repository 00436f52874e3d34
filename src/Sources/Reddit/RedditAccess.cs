using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.Reddit;

/// <summary>Speaks with the API by tokens of an hour, which it gets by the app's credential and keeps in memory.</summary>
internal sealed class RedditAccess(OutgoingHttp http, TimeProvider time, RedditApp app, ConcurrentDictionary<RedditApp, (string Token, DateTimeOffset Until)> tokens)
{
    // A hundred a minute are allowed to an app.
    private static readonly RequestRate Rate = new(90, TimeSpan.FromMinutes(1));
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    public string? User => app.User;

    public string Host => app.Api.Host;

    public async Task<JsonAnswer> GetAsync(string path, CancellationToken cancellationToken)
    {
        var joined = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}raw_json=1";
        var (sent, failure) = await SendAsync(new(new(app.Api, joined)), cancellationToken);
        return failure is not null ? new(default, failure) : JsonAnswer.Read(sent!);
    }

    public Task<(OutgoingAnswer? Sent, PageFailure? Failure)> PostAsync(string path, string form, CancellationToken cancellationToken) =>
        SendAsync(new(new(app.Api, path)) { Method = HttpMethod.Post, Body = (form, "application/x-www-form-urlencoded") }, cancellationToken);

    private async Task<(OutgoingAnswer? Sent, PageFailure? Failure)> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        for (var again = false; ; again = true)
        {
            var (token, failure) = await TokenAsync(cancellationToken);
            if (failure is not null) return (null, failure);
            var sent = await http.SendAsync(request with { Headers = Headers($"Bearer {token}"), Credential = $"reddit:{app.Client}", Rate = Rate }, cancellationToken);
            if (sent.Status != HttpStatusCode.Unauthorized || again) return (sent, null);
            tokens.TryRemove(app, out _);
        }
    }

    private async Task<(string? Token, PageFailure? Failure)> TokenAsync(CancellationToken cancellationToken)
    {
        if (tokens.TryGetValue(app, out var kept) && kept.Until > time.GetUtcNow()) return (kept.Token, null);
        var form = app.User is null ? "grant_type=client_credentials" : $"grant_type=password&username={Uri.EscapeDataString(app.User)}&password={Uri.EscapeDataString(app.Password!)}";
        var sent = await http.SendAsync(
            new(new(app.Login, "api/v1/access_token"))
            {
                Method = HttpMethod.Post,
                Body = (form, "application/x-www-form-urlencoded"),
                Headers = Headers($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.Client}:{app.Secret}"))}"),
                Credential = $"reddit:{app.Client}",
                Rate = Rate,
                Repeatable = true,
            },
            cancellationToken);
        var answer = JsonAnswer.Read(sent);
        if (answer.Failure is { } failure) return (null, failure);
        // A wrong password is a 200 with an error.
        if (answer.Root.Text("error") is not null) return (null, new(FailureKind.Unauthorised, $"{sent.Address.Host} does not accept the credential"));
        if (answer.Root.Text("access_token") is not { } token) return (null, JsonAnswer.Unreadable(sent).Failure);
        tokens[app] = (token, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(answer.Root.Number("expires_in") ?? 3600, 120, 86_400)) - Early);
        return (token, null);
    }

    private Dictionary<string, string> Headers(string authorization) => new()
    {
        ["Authorization"] = authorization,
        // Without a name of its own every app is refused.
        ["User-Agent"] = $"listening:{app.Client}:1.0{(app.User is null ? "" : $" (by /u/{app.User})")}",
    };
}
