using System.Net;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>
/// The session of one account, shared by all that use it and kept from run to run: a service lets an account sign in 30 times in five minutes and 300 times a day
/// (com.atproto.server.createSession), and refresh as often as it likes.
/// </summary>
internal sealed class BlueskySessions(OutgoingHttp http, BlueskyAccount account) : IDisposable
{
    // Below what the service allows, so that a fault of ours does not lock the account out.
    private static readonly RequestRate SignIns = new(10, TimeSpan.FromMinutes(10));
    private readonly SemaphoreSlim turn = new(1, 1);
    private BlueskySession? session;

    public BlueskyAccount Account => account;

    /// <summary>A session; <paramref name="refused"/> is one that was not accepted and is to be replaced, unless somebody did that already.</summary>
    public async Task<(BlueskySession? Session, PageFailure? Failure)> TakeAsync(BlueskySession? refused, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (session is not null && session != refused) return (session, null);
            if (session is not null)
            {
                var (refreshed, trouble) = await RefreshAsync(session, cancellationToken);
                // The account's sign-ins are not spent on a service that is away.
                if (refreshed is not null || trouble is not { Kind: FailureKind.Unauthorised or FailureKind.Misconfigured }) return (session = refreshed ?? session, trouble);
            }

            (session, var failure) = await SignInAsync(cancellationToken);
            return (session, failure);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<(BlueskySession?, PageFailure?)> RefreshAsync(BlueskySession old, CancellationToken cancellationToken)
    {
        var request = new OutgoingRequest(Address("com.atproto.server.refreshSession"))
        {
            Method = HttpMethod.Post,
            Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {old.Refresh}" },
            Credential = account.Handle,
            Rate = BlueskyApi.Rate,
        };
        return Read(await http.SendAsync(request, cancellationToken));
    }

    private async Task<(BlueskySession?, PageFailure?)> SignInAsync(CancellationToken cancellationToken)
    {
        var request = new OutgoingRequest(Address("com.atproto.server.createSession"))
        {
            Method = HttpMethod.Post,
            Body = (JsonSerializer.Serialize(new { identifier = account.Handle, password = account.Password }), "application/json"),
            Credential = account.Handle,
            Rate = SignIns,
        };
        var answer = await http.SendAsync(request, cancellationToken);
        return answer.Status == HttpStatusCode.Unauthorized ? (null, Refused(answer)) : Read(answer);
    }

    private PageFailure Refused(OutgoingAnswer answer) => new(FailureKind.Unauthorised, BlueskyJson.Error(answer) switch
    {
        "AccountTakedown" => $"{account.Service.Host} has taken the account {account.Handle} down",
        "AuthFactorTokenRequired" => $"{account.Service.Host} asks for a second factor: give an app password",
        _ => $"{account.Service.Host} does not accept the handle {account.Handle} with this app password",
    });

    private (BlueskySession?, PageFailure?) Read(OutgoingAnswer answer)
    {
        var (root, failure) = BlueskyJson.Read(answer);
        if (failure is not null) return (null, failure);
        return root.Text("accessJwt") is { } access && root.Text("refreshJwt") is { } refresh && root.Text("did") is { } did
            ? (new(access, refresh, did), null)
            : (null, new(FailureKind.Unreadable, $"{account.Service.Host} sent no session"));
    }

    private Uri Address(string method) => new(account.Service, $"/xrpc/{method}");
}
