using System.Net;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.Mastodon;

/// <summary>One server, as one source speaks with it.</summary>
internal sealed class MastodonServer(OutgoingHttp http, Uri address, string domain, string? token, MastodonMemory memory)
{
    // 300 in five minutes are allowed; some are left to the people who use the account.
    private static readonly RequestRate Rate = new(250, TimeSpan.FromMinutes(5));

    public Uri Address => address;

    public string Domain => domain;

    public bool HasToken => token is not null;

    public MastodonMemory Memory => memory;

    /// <summary>The same name for the same credential in one process, and nothing of the credential in it.</summary>
    public string Credential { get; } = token is null ? "" : $"mastodon:{StringComparer.Ordinal.GetHashCode(token):x8}";

    public Task<OutgoingAnswer> SendAsync(string path, CancellationToken cancellationToken) => http.SendAsync(Request(new(address, path)), cancellationToken);

    public Task<OutgoingAnswer> PostAsync(string path, string form, string key, CancellationToken cancellationToken) => http.SendAsync(
        Request(new(address, path)) with
        {
            Method = HttpMethod.Post,
            Body = (form, "application/x-www-form-urlencoded"),
            Headers = new Dictionary<string, string>(Headers()) { ["Idempotency-Key"] = key },
            Repeatable = true,
        },
        cancellationToken);

    /// <summary>Where the server streams: often another host, which it names (docs.joinmastodon.org/entities/Instance).</summary>
    public async Task<(Uri? Host, PageFailure? Failure)> StreamingAsync(CancellationToken cancellationToken)
    {
        var sent = await SendAsync("api/v2/instance", cancellationToken);
        // Servers that do not know this question stream where they are.
        if (sent.Status is HttpStatusCode.NotFound) return (address, null);
        var answer = Read(sent);
        if (answer.Failure is { } failure) return (null, failure);
        if (!Uri.TryCreate(answer.Root.Field("configuration").Field("urls").Text("streaming"), UriKind.Absolute, out var told)) return (address, null);
        var scheme = told.Scheme is "wss" or "https" ? "https" : "http";
        return scheme == "https" || address.Scheme == "http"
            ? (new UriBuilder(scheme, told.Host, told.IsDefaultPort ? -1 : told.Port).Uri, null)
            : (null, new(FailureKind.Misconfigured, $"{address.Host} streams without encryption"));
    }

    /// <summary>Listens to a stream of the server's.</summary>
    public async Task<(OutgoingEvents? Events, PageFailure? Failure)> ListenAsync(Uri stream, CancellationToken cancellationToken) => await http.ListenAsync(
        Request(stream) with { Headers = new Dictionary<string, string>(Headers()) { ["Accept"] = "text/event-stream" } }, cancellationToken);

    public async Task<JsonAnswer> GetAsync(string path, CancellationToken cancellationToken) => Read(await SendAsync(path, cancellationToken));

    /// <summary>The JSON; what is refused for want of a token says so.</summary>
    public JsonAnswer Read(OutgoingAnswer answer) => !HasToken && answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity
        ? new(default, new PageFailure(FailureKind.Unauthorised, $"{address.Host} shows this only with a token"))
        : JsonAnswer.Read(answer);

    public OutgoingRequest Request(Uri target) => new(target) { Headers = Headers(), Credential = Credential, Rate = Rate };

    private Dictionary<string, string> Headers() => token is null ? [] : new() { ["Authorization"] = $"Bearer {token}" };
}
