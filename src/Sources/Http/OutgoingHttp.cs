using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Listening.Collecting.Pulling;
using Polly;

namespace Listening.Sources.Http;

/// <summary>
/// The one way out to addresses that people give: guarded (<see cref="OutgoingRules"/>), paced per host and credential, capped in time, size and redirects,
/// tried again when that may help. It writes no log: addresses and headers have secrets in them.
/// </summary>
public sealed class OutgoingHttp : IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private readonly HttpClient client;

    // Answers that are held open would take the places of all others.
    private readonly HttpClient held;
    private readonly Paces paces;
    private readonly RateWatch rates = new();
    private readonly ResiliencePipeline<OutgoingAnswer> retry;
    private readonly TimeProvider time;
    private readonly OutgoingLimits limits;

    /// <summary>A way out that goes where <paramref name="rules"/> allow.</summary>
    public OutgoingHttp(OutgoingRules rules, TimeProvider time)
        : this(rules, new(), time, static (host, cancellationToken) => Dns.GetHostAddressesAsync(host, cancellationToken))
    {
    }

    internal OutgoingHttp(OutgoingRules rules, OutgoingLimits limits, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (this.time, this.limits) = (time, limits);
        paces = new(time);
        retry = OutgoingRetry.Pipeline(limits, time);
        var connection = new GuardedConnection(rules, resolve);
        (client, held) = (Client(connection, 8), Client(connection, 64));
    }

    /// <summary>Knows what is left of the hosts' budgets and our own.</summary>
    public IRateWatch Rates => rates;

    /// <summary>Sends a request. What goes wrong outside is in the answer's failure; only cancellation is thrown.</summary>
    public async Task<OutgoingAnswer> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Repeatable || request.Method == HttpMethod.Get
            ? await retry.ExecuteAsync(async cancel => await TryAsync(request, cancel), cancellationToken)
            : await TryAsync(request, cancellationToken);
    }

    /// <summary>
    /// Opens a WebSocket (RFC 6455) to an http or https address, under the same guard and without redirects. What goes wrong outside is in the failure; only cancellation is
    /// thrown.
    /// </summary>
    public async Task<(OutgoingSocket? Socket, PageFailure? Failure)> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var late = new CancellationTokenSource(limits.Longest, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var socket = new ClientWebSocket();
        // Half a minute of silence, and the other side is asked whether it is still there.
        (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (Silence, Silence);
        try
        {
            var target = new UriBuilder(address) { Scheme = address.Scheme == "https" ? "wss" : "ws", Port = address.Port };
            await socket.ConnectAsync(target.Uri, client, ended.Token);
            return (new(socket, address.Host), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            return (null, Late(address).Failure);
        }
        catch (WebSocketException failure)
        {
            socket.Dispose();
            return (null, Explain(failure, address)?.Failure ?? new(FailureKind.Unreachable, $"{address.Host} opens no stream ({failure.WebSocketErrorCode})"));
        }
    }

    /// <summary>
    /// Asks for an answer that goes on, as events do (text/event-stream), under the same guard and pace and without redirects. The time limit is for its beginning alone; then it ends
    /// when it says nothing for too long. What goes wrong outside is in the failure; only cancellation is thrown.
    /// </summary>
    public async Task<(OutgoingEvents? Events, PageFailure? Failure)> ListenAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var pace = paces.Of(request);
        if (await pace.TakeAsync(limits.LongestTurn, cancellationToken) is { } turn) return (null, UsedUp(request, turn).Failure);
        using var late = new CancellationTokenSource(limits.Longest, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var (events, refused) = await OutgoingEvents.OpenAsync(held, request, limits.LongestSilence, time, ended.Token);
            if (refused?.NotBefore is { } again) pace.CloseUntil(again);
            return (events, refused);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, Late(request.Address).Failure);
        }
        catch (Exception failure) when (Explain(failure, request.Address) is { } explained)
        {
            return (null, explained.Failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        held.Dispose();
    }

    private static HttpClient Client(GuardedConnection connection, int mostConnections)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = connection.ConnectAsync,
            ConnectTimeout = ConnectLimit,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            // A proxy would connect in our place, past the guard.
            UseProxy = false,
            MaxConnectionsPerServer = mostConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Listening/1.0 (a listening post)");
        return client;
    }

    private async Task<OutgoingAnswer> TryAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        var pace = paces.Of(request);
        if (await pace.TakeAsync(limits.LongestTurn, cancellationToken) is { } turn)
        {
            rates.Note(pace.Left());
            return UsedUp(request, turn);
        }

        rates.Note(pace.Left());
        using var late = new CancellationTokenSource(limits.Longest, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var answer = await new RedirectWalk(client, limits.MostRedirects, time).FollowAsync(request, ended.Token);
            if (RetryInstant.Of(answer.Headers, time.GetUtcNow(), answer.Failure?.Kind == FailureKind.RateLimited) is { } again) pace.CloseUntil(again);
            if (RateHeaders.Of(answer.Headers, time.GetUtcNow()) is { } told) rates.Note(told);
            return answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Late(request.Address);
        }
        catch (Exception failure) when (Explain(failure, request.Address) is { } explained)
        {
            return explained;
        }
    }

    private static OutgoingAnswer UsedUp(OutgoingRequest request, DateTimeOffset turn) =>
        Failed(request.Address, FailureKind.RateLimited, $"the rate for {request.Address.Host} is used up", turn);

    private OutgoingAnswer Late(Uri address) => Failed(address, FailureKind.Unreachable, $"{address.Host} did not answer within {limits.Longest.TotalSeconds:0} seconds");

    private static OutgoingAnswer? Explain(Exception failure, Uri address)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException: return Failed(address, FailureKind.Misconfigured, cause.Message);
                case BodyTooLongException: return Failed(address, FailureKind.Unreadable, cause.Message);
                case InvalidDataException: return Failed(address, FailureKind.Unreadable, $"{address.Host} sent a body that cannot be unpacked");
                case SocketException socket: return Failed(address, FailureKind.Unreachable, $"{address.Host} cannot be reached: {socket.SocketErrorCode}");
                case System.Security.Authentication.AuthenticationException: return Failed(address, FailureKind.Unreachable, $"{address.Host} cannot prove that it is who it says (TLS)");
                default: break;
            }
        }

        return failure is HttpRequestException or IOException
            ? Failed(address, FailureKind.Unreachable, $"{address.Host} broke off: {(failure as HttpRequestException)?.HttpRequestError ?? HttpRequestError.ResponseEnded}")
            : null;
    }

    private static OutgoingAnswer Failed(Uri address, FailureKind kind, string reason, DateTimeOffset? notBefore = null) =>
        new() { Address = address, Failure = new(kind, reason, notBefore) };
}
