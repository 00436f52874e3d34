using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>Connections to one server, kept and used again. Sends one statement and tells an answer from a failure.</summary>
internal sealed class ServerWire : IDisposable
{
    private const int WorthCompressing = 1024;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private readonly ServerOptions options;
    private readonly HttpClient client;
    private readonly bool modern;

    /// <param name="options">Which server.</param>
    /// <param name="modern">Whether an answer has to say whose it is, as servers of the last years do: a page of somebody else is then no answer.</param>
    internal ServerWire(ServerOptions options, bool modern = true)
    {
        this.options = options;
        this.modern = modern;
        client = new HttpClient(
            new SocketsHttpHandler
            {
                // A redirect would carry user and password to somebody else.
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                UseCookies = false,
                ConnectTimeout = ConnectTimeout,
                MaxConnectionsPerServer = options.MaxConnections,
                // Servers close after 3 s or more; names are looked up again.
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                // An answer given up is closed, not read to its end.
                MaxResponseDrainSize = 0,
                ActivityHeadersPropagator = null,
                SslOptions = Trust(options.Certificate),
            })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>
    /// Sends a statement; the answer's head has come and says success. Throws <see cref="StoreQueryException"/> for what the server refuses, and
    /// <see cref="UnansweredException"/> when there is no answer.
    /// </summary>
    internal async Task<HttpResponseMessage> SendAsync(ServerRequest request, CancellationToken cancellationToken)
    {
        using var message = Message(request);
        HttpResponseMessage response;
        try
        {
            response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw ServerError.Lost($"No trusted connection to {options}", exception.InnerException ?? exception);
        }
        catch (HttpRequestException exception)
        {
            var nowhere = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
            throw new UnansweredException(nowhere ? Reach.Nowhere : Reach.Unknown, ServerError.Lost($"The ClickHouse server {options} does not answer", exception));
        }
        if (response.StatusCode == HttpStatusCode.OK && !(modern && !response.Headers.Contains("X-ClickHouse-Query-Id")) && Code(response) is null)
            return response;
        throw await RefusalAsync(response, cancellationToken);
    }

    public void Dispose() => client.Dispose();

    // Beside what the machine trusts; names and dates are checked all the same.
    private static SslClientAuthenticationOptions Trust(string? certificate)
    {
        if (certificate is null)
            return new SslClientAuthenticationOptions();
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(certificate);
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }

    private static string? Code(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-ClickHouse-Exception-Code", out var values) && values.FirstOrDefault() is { } code && code != "0" ? code : null;

    private HttpRequestMessage Message(ServerRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, new UriBuilder(options.Address) { Query = request.Query }.Uri);
        message.Headers.TryAddWithoutValidation("X-ClickHouse-User", options.User);
        if (options.Password.Length > 0)
            message.Headers.TryAddWithoutValidation("X-ClickHouse-Key", options.Password);
        if (options.Compressed)
            message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        message.Content = options.Compressed && request.Body.Length >= WorthCompressing ? Gzip(request.Body) : new ReadOnlyMemoryContent(request.Body);
        return message;
    }

    private static ReadOnlyMemoryContent Gzip(ReadOnlyMemory<byte> body)
    {
        var bytes = new MemoryStream(Math.Max(256, body.Length / 3));
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body.Span);
        var content = new ReadOnlyMemoryContent(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private async Task<Exception> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            using var body = await AnswerBody.OpenAsync(response, cancellationToken);
            text = await body.TextAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            return new UnansweredException(Reach.Unknown, ServerError.Lost($"The ClickHouse server {options} broke off while it refused a statement", exception));
        }
        var said = ServerError.In(Masked(text));
        var status = (int)response.StatusCode;
        if (said is null && int.TryParse(Code(response), out var code))
            said = new StoreQueryException($"The ClickHouse server refused a statement with code {code} and no words.", code);
        if (status is 503 or 429 || said?.Code == ServerError.TooManyAtOnce)
            return new UnansweredException(Reach.TurnedAway, said ?? new StoreQueryException($"The ClickHouse server {options} is too busy (HTTP {status}).", ServerError.TooManyAtOnce));
        if (said is not null)
            return said;
        var what = status is >= 300 and < 400
            ? $"sends elsewhere (to {response.Headers.Location?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) ?? "nowhere"}): give that address itself"
            : $"answers HTTP {status} {response.Content.Headers.ContentType?.MediaType} and is no ClickHouse server of the last years";
        return new StoreQueryException($"{options} {what}.", ServerError.Unreachable);
    }

    private string Masked(string text) => options.Password.Length == 0 ? text : text.Replace(options.Password, "***", StringComparison.Ordinal);
}
