using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;

namespace Listening.Sources.Bluesky;

/// <summary>Calls methods of XRPC in the account's session, which is renewed once when it is not accepted.</summary>
internal sealed class BlueskyApi(OutgoingHttp http, BlueskySessions sessions)
{
    /// <summary>Half of the 3 000 requests in five minutes that a service allows an address.</summary>
    public static RequestRate Rate { get; } = new(50, TimeSpan.FromSeconds(10));

    public BlueskyAccount Account => sessions.Account;

    /// <summary>Asks a query (GET).</summary>
    public Task<XrpcAnswer> QueryAsync(string method, IEnumerable<(string Name, string Value)> parameters, CancellationToken cancellationToken)
    {
        var query = string.Join('&', parameters.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
        return SendAsync(new(new Uri(Account.Service, query.Length > 0 ? $"/xrpc/{method}?{query}" : $"/xrpc/{method}")), cancellationToken);
    }

    /// <summary>Calls a procedure (POST) with what <paramref name="body"/> makes for the session's own id.</summary>
    public async Task<XrpcAnswer> CallAsync(string method, object body, CancellationToken cancellationToken) => await SendAsync(
        new(new Uri(Account.Service, $"/xrpc/{method}")) { Method = HttpMethod.Post, Body = (JsonSerializer.Serialize(body), "application/json") }, cancellationToken);

    /// <summary>The account's own id; signs in where it must.</summary>
    public async Task<(string? Did, PageFailure? Failure)> DidAsync(CancellationToken cancellationToken)
    {
        var (session, failure) = await sessions.TakeAsync(null, cancellationToken);
        return (session?.Did, failure);
    }

    private async Task<XrpcAnswer> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        BlueskySession? refused = null;
        while (true)
        {
            var (session, failure) = await sessions.TakeAsync(refused, cancellationToken);
            if (session is null || failure is not null) return new(default, failure, null, null);
            var answer = await http.SendAsync(
                request with { Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {session.Access}" }, Credential = Account.Handle, Rate = Rate }, cancellationToken);
            var error = BlueskyJson.Error(answer);
            if (refused is null && error is "ExpiredToken" or "InvalidToken" or "AuthMissing")
            {
                refused = session;
                continue;
            }

            var (root, trouble) = BlueskyJson.Read(answer);
            return new(root, trouble, error, BlueskyJson.Message(answer));
        }
    }
}
