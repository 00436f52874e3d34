namespace Listening.Store.Engine.Server;

/// <summary>The plain bytes of an answer, compressed or not on their way.</summary>
internal sealed class AnswerBody : IDisposable
{
    private readonly HttpResponseMessage response;
    private readonly Stream source;
    private readonly GzipBody? compressed;

    private AnswerBody(HttpResponseMessage response, Stream source, bool gzip)
    {
        this.response = response;
        this.source = source;
        compressed = gzip ? new GzipBody(source) : null;
    }

    internal static async Task<AnswerBody> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(response, await response.Content.ReadAsStreamAsync(cancellationToken), response.Content.Headers.ContentEncoding.Contains("gzip"));

    /// <summary>Whether the transport says where the answer ends; without that a cut one looks whole.</summary>
    internal bool HasEnd => compressed is not null || response.Headers.TransferEncodingChunked == true || response.Content.Headers.ContentLength is not null;

    internal ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        compressed?.ReadAsync(buffer, cancellationToken) ?? source.ReadAsync(buffer, cancellationToken);

    /// <summary>The beginning as text.</summary>
    internal async Task<string> TextAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[ServerError.Longest];
        var length = 0;
        while (length < buffer.Length && await ReadAsync(buffer.AsMemory(length), cancellationToken) is var count and > 0)
            length += count;
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    public void Dispose()
    {
        compressed?.Dispose();
        source.Dispose();
        response.Dispose();
    }
}
