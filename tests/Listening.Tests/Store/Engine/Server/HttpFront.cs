using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Listening.Store.Engine;
using Listening.Store.Engine.Embedded;
using Listening.Store.Engine.Server;
using Listening.Storing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Listening.Tests.Store.Engine.Server;

/// <summary>
/// ClickHouse's HTTP interface on the tests' one engine: dialect, types, formats and error texts are the engine's, headers and status codes are ours. No
/// sessions; each statement has a connection of its own.
/// </summary>
internal sealed partial class HttpFront : IAsyncDisposable
{
    public const string User = "listening";
    public const string Password = "p@ss/word:1";
    private const string Rows = "RowBinaryWithNamesAndTypes";
    private static readonly string[] Reserved = ["query", "query_id", "database", "default_format", "enable_http_compression", "wait_end_of_query"];
    private readonly EngineFixture engine;
    private readonly WebApplication app;

    private HttpFront(EngineFixture engine, WebApplication app)
    {
        this.engine = engine;
        this.app = app;
    }

    /// <summary>Where it listens, without who asks.</summary>
    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>What the last requests asked for: path and query, and whether the body was compressed.</summary>
    public ConcurrentQueue<(string Target, bool Gzip)> Seen { get; } = new();

    /// <summary>The front as a server to open, compressed both ways.</summary>
    public ServerOptions Options => new()
    {
        Address = Address, User = User, Password = Password, Compress = true, RetryDelay = TimeSpan.FromMilliseconds(5), Certificate = certificateFile,
    };

    private string? certificateFile;

    public static async Task<HttpFront> StartAsync(EngineFixture engine, X509Certificate2? certificate = null, string? certificateFile = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 64 << 10;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen =>
            {
                if (certificate is not null) listen.UseHttps(certificate);
            });
        });
        var app = builder.Build();
        var front = new HttpFront(engine, app) { certificateFile = certificateFile };
        app.MapPost("/", front.AnswerAsync);
        await app.StartAsync();
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Seen.Enqueue((request.QueryString.Value ?? "", request.Headers.ContentEncoding == "gzip"));
        if (Seen.Count > 1000) Seen.TryDequeue(out _);
        response.Headers["X-ClickHouse-Query-Id"] = request.Query["query_id"];
        if (request.Headers["X-ClickHouse-User"] != User || request.Headers["X-ClickHouse-Key"] != Password)
        {
            await RefuseAsync(response, new StoreQueryException(
                $"Code: 516. DB::Exception: {request.Headers["X-ClickHouse-User"]}: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)", 516));
            return;
        }
        try
        {
            var body = new MemoryStream();
            await (request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body).CopyToAsync(body, context.RequestAborted);
            using var connection = await Task.Run(engine.Engine.Connect);
            await PrepareAsync(connection, request.Query);
            await RunAsync(context, connection, body.ToArray());
        }
        catch (StoreQueryException exception) when (!response.HasStarted)
        {
            await RefuseAsync(response, exception);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client is gone.
            context.Abort();
        }
    }

    private static Task<T> OnAsync<T>(EngineConnection connection, Func<T> call) => connection.Thread.RunAsync(call);

    private static Task<bool> PrepareAsync(EngineConnection connection, IQueryCollection query) => OnAsync(connection, () =>
    {
        var settings = query.Where(value => !Reserved.Contains(value.Key) && !value.Key.StartsWith("param_", StringComparison.Ordinal))
            .Select(value => $"{value.Key} = '{value.Value}'").Append($"log_comment = '{query["query_id"]}'");
        if (query["database"] is [{ } database]) connection.Query("USE " + database).Dispose();
        connection.Query("SET " + string.Join(", ", settings)).Dispose();
        return true;
    });

    private static async Task RunAsync(HttpContext context, EngineConnection connection, byte[] body)
    {
        var query = context.Request.Query;
        if (query["query"] is [{ } insert])
        {
            await OnAsync(connection, () =>
            {
                connection.Insert(insert.Replace(" FORMAT Native", "", StringComparison.Ordinal), body);
                return true;
            });
            context.Response.ContentLength = 0;
            return;
        }
        var sql = System.Text.Encoding.UTF8.GetString(body);
        var values = new BoundValues(query.Where(value => value.Key.StartsWith("param_", StringComparison.Ordinal))
            .ToDictionary(value => value.Key["param_".Length..], value => value.Value.ToString()));
        var format = query["default_format"].ToString();
        context.Response.Headers["X-ClickHouse-Format"] = format;
        if (format == Rows && Select().IsMatch(sql))
        {
            await StreamAsync(context, connection, sql, values);
            return;
        }
        if (format == "Parquet") sql += "\nFORMAT Parquet";
        // The engine has no query_id; its statements carry ours as their comment.
        if (sql.StartsWith("KILL", StringComparison.Ordinal))
            sql = sql.Replace("query_id", "Settings['log_comment']", StringComparison.Ordinal) + " FORMAT " + format;
        using var result = await OnAsync(connection, () => connection.Query(sql, values));
        if (format != "Null") await context.Response.Body.WriteAsync(result.Bytes.ToArray(), context.RequestAborted);
    }

    private static async Task StreamAsync(HttpContext context, EngineConnection connection, string sql, BoundValues values)
    {
        const string Tag = "abcdefghijklmnop";
        var response = context.Response;
        response.Headers["X-ClickHouse-Exception-Tag"] = Tag;
        using var stream = await OnAsync(connection, () => connection.OpenStream(sql, values));
        var ended = false;
        Stream? target = null;
        try
        {
            RowBinaryHeader? header = null;
            while (true)
            {
                using var piece = await OnAsync(connection, () => connection.Fetch(stream));
                ended = piece.Length == 0;
                if (ended && header is null) throw new StoreQueryException("no piece", NoRows);
                if (ended) break;
                var first = header is null;
                header = RowBinaryHeader.Read(piece.Bytes, header, out var start);
                target ??= Target(context);
                await target.WriteAsync(piece.Bytes[(first ? 0 : start)..].ToArray(), context.RequestAborted);
            }
        }
        catch (StoreQueryException exception) when (exception.Code == NoRows)
        {
            ended = true;
            using var empty = await OnAsync(connection, () => connection.Query(sql, values));
            target = Target(context);
            await target.WriteAsync(empty.Bytes.ToArray(), context.RequestAborted);
        }
        catch (StoreQueryException exception) when (response.HasStarted)
        {
            ended = true;
            await target!.WriteAsync(System.Text.Encoding.UTF8.GetBytes(
                $"\r\n__exception__\r\n{Tag}\r\n{exception.Message}\n{exception.Message.Length} {Tag}\r\n__exception__\r\n"), context.RequestAborted);
        }
        finally
        {
            if (!ended)
                await OnAsync(connection, () =>
                {
                    connection.Cancel(stream);
                    return true;
                });
        }
        if (target is GZipStream) await target.DisposeAsync();
    }

    private const int NoRows = -1;

    private static Stream Target(HttpContext context)
    {
        if (context.Request.Query["enable_http_compression"] != "1" || context.Request.Headers.AcceptEncoding != "gzip") return context.Response.Body;
        context.Response.Headers.ContentEncoding = "gzip";
        return new GZipStream(context.Response.Body, CompressionLevel.Fastest, leaveOpen: true);
    }

    private static async Task RefuseAsync(HttpResponse response, StoreQueryException exception)
    {
        response.StatusCode = exception.Code switch { 516 or 497 => 403, 60 or 81 => 404, 62 or 47 or 456 or 457 => 400, _ => 500 };
        response.Headers["X-ClickHouse-Exception-Code"] = exception.Code.ToString();
        response.Headers.Remove("X-ClickHouse-Exception-Tag");
        await response.WriteAsync(exception.Message.Trim() + " (version 26.7.2.1)\n");
    }

    [GeneratedRegex(@"^\s*(--[^\n]*\n\s*)*\(?\s*(SELECT|WITH)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Select();
}
