using System.Net;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.Discourse;

/// <summary>A forum as one key of its API sees it (docs.discourse.org).</summary>
internal sealed class DiscourseForum(OutgoingHttp http, TimeProvider time, Uri address, string key, string user)
{
    // An admin's key may ask sixty times a minute unless the forum was set otherwise.
    private static readonly RequestRate Rate = new(50, TimeSpan.FromMinutes(1));

    public Uri Address => address;

    public string User => user;

    public async Task<JsonAnswer> GetAsync(string path, CancellationToken cancellationToken)
    {
        var sent = await http.SendAsync(Request(path), cancellationToken);
        if (sent.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone) return new(default, null);
        var answer = JsonAnswer.Read(sent);
        if (answer.Failure is not null) return new(default, Waiting(sent));
        return answer.Root.IsObject() ? answer : JsonAnswer.Unreadable(sent);
    }

    public Task<OutgoingAnswer> PostAsync(string path, string json, CancellationToken cancellationToken) =>
        http.SendAsync(Request(path) with { Method = HttpMethod.Post, Body = (json, "application/json") }, cancellationToken);

    /// <summary>Why it failed; how long to wait stands in the body too.</summary>
    public PageFailure Waiting(OutgoingAnswer sent)
    {
        var failure = sent.Failure ?? JsonAnswer.Unreadable(sent).Failure!;
        var seconds = failure is { Kind: FailureKind.RateLimited, NotBefore: null } && JsonAnswer.Parse(sent.Body) is { } body ? body.Field("extras").Number("wait_seconds") : null;
        return seconds is > 0 and < 86_400 ? failure with { NotBefore = time.GetUtcNow().AddSeconds(seconds.Value) } : failure;
    }

    private OutgoingRequest Request(string path) => new(new(address, path))
    {
        Headers = new Dictionary<string, string> { ["Api-Key"] = key, ["Api-Username"] = user, ["Accept"] = "application/json" },
        SecretHeaders = ["Api-Key"],
        Credential = $"discourse:{user}",
        Rate = Rate,
    };
}
