using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Listening.Web.Proxying;

/// <summary>
/// The answer's body below a path base. A page is held back until it is whole and its addresses of ours (<c>href="/…"</c>) get the base before them; anything
/// else, an event stream above all, passes through at once.
/// </summary>
internal sealed partial class PathBaseBody(HttpContext context, Stream inner) : Stream
{
    private MemoryStream? page;
    private bool decided;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Sends what was held back.</summary>
    public async Task CompleteAsync()
    {
        if (page is null) return;
        var prefix = HtmlEncoder.Default.Encode(context.Request.PathBase.ToUriComponent());
        var text = OwnAddress().Replace(Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length), $"{prefix.Replace("$", "$$", StringComparison.Ordinal)}/");
        var bytes = Encoding.UTF8.GetBytes(text);
        if (context.Response.ContentLength is not null) context.Response.ContentLength = bytes.Length;
        await inner.WriteAsync(bytes, context.RequestAborted);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsPage()) await page!.WriteAsync(buffer, cancellationToken);
        else await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        if (IsPage()) page!.Write(buffer, offset, count);
        else inner.Write(buffer, offset, count);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => IsPage() ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

    public override void Flush()
    {
        if (!IsPage()) inner.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private bool IsPage()
    {
        if (decided) return page is not null;
        decided = true;
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true) page = new MemoryStream();
        return page is not null;
    }

    // Text of others stands there encoded: a quotation mark of theirs is never one of these.
    [GeneratedRegex("""(?<=\s(?:href|src|action|formaction)=")/(?!/)""", RegexOptions.CultureInvariant)]
    private static partial Regex OwnAddress();
}
