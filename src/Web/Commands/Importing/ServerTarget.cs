using System.Buffers;
using System.IO.Compression;
using System.Net.Http.Headers;
using Listening.Collecting;
using Listening.Sources.Files;
using Listening.Web.Ingesting;

namespace Listening.Web.Commands.Importing;

/// <summary>Imports into a server over HTTP: each part is one request.</summary>
/// <param name="client">Speaks to the server; relative addresses, a key already set where one is needed.</param>
/// <param name="address">The server's own address, for people.</param>
/// <param name="owner">What is closed at the end.</param>
/// <param name="zipped">Bodies are packed: over a network that pays, on this machine it does not.</param>
public sealed class ServerTarget(HttpClient client, Uri? address, IDisposable owner, bool zipped) : IImportTarget
{
    private const string Posts = "api/v1/posts?arrival=backfill";

    // What changed within a file comes in the file's order: one request after another.
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public Uri? Address => address;

    /// <inheritdoc/>
    public async Task<IngestAnswer> SendAsync(IReadOnlyList<ReadLine> lines, CancellationToken cancellationToken)
    {
        var sent = lines.Where(line => line.Post is not null).ToList();
        var refused = lines.Where(line => line.Post is null).GroupBy(line => line.Source).Select(group => (group.Key, group.LongCount())).ToList();
        if (sent.Count + refused.Count == 0) return new(0, 0, 0, [], 0);
        using var content = new ReadOnlyMemoryContent(Body(sent, zipped));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        if (zipped) content.Headers.ContentEncoding.Add("gzip");
        await _turn.WaitAsync(cancellationToken);
        try
        {
            using var response = await client.PostAsync(new Uri(Posts + RefusedLines.Write(refused), UriKind.Relative), content, cancellationToken);
            var answer = await response.ReadAsync<IngestAnswer>(cancellationToken);
            return answer with { Rejected = [.. answer.Rejected.Select(rejected => rejected with { Line = sent[(int)rejected.Line - 1].Line })] };
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        owner.Dispose();
        _turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ReadOnlyMemory<byte> Body(List<ReadLine> lines, bool zipped)
    {
        var plain = new ArrayBufferWriter<byte>(lines.Count * 400);
        using var json = PostJson.Writer(plain);
        foreach (var line in lines)
        {
            json.Reset();
            PostJson.Write(json, line.Post!);
            plain.Write("\n"u8);
        }

        if (!zipped) return plain.WrittenMemory;
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(plain.WrittenSpan);
        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }
}
