using System.Net;
using System.Net.Sockets;
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
    private readonly HttpClient client;
    private readonly Paces paces;
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
        client = new(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnection(rules, resolve).ConnectAsync,
            ConnectTimeout = ConnectLimit,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            // A proxy would connect in our place, past the guard.
            UseProxy = false,
            MaxConnectionsPerServer = 8,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Listening/1.0 (a listening post)");
    }

    /// <summary>Sends a request. What goes wrong outside is in the answer's failure; only cancellation is thrown.</summary>
    public async Task<OutgoingAnswer> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Repeatable || request.Method == HttpMethod.Get
            ? await retry.ExecuteAsync(async cancel => await TryAsync(request, cancel), cancellationToken)
            : await TryAsync(request, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<OutgoingAnswer> TryAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        var pace = paces.Of(request);
        if (await pace.TakeAsync(limits.LongestTurn, cancellationToken) is { } turn)
            return Failed(request.Address, FailureKind.RateLimited, $"the rate for {request.Address.Host} is used up", turn);
        using var late = new CancellationTokenSource(limits.Longest, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            var answer = await new RedirectWalk(client, limits.MostRedirects, time).FollowAsync(request, ended.Token);
            if (RetryInstant.Of(answer.Headers, time.GetUtcNow(), answer.Failure?.Kind == FailureKind.RateLimited) is { } again) pace.CloseUntil(again);
            return answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(request.Address, FailureKind.Unreachable, $"{request.Address.Host} did not answer within {limits.Longest.TotalSeconds:0} seconds");
        }
        catch (Exception failure) when (Explain(failure, request.Address) is { } explained)
        {
            return explained;
        }
    }

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
