namespace Listening.Sources.Http;

/// <summary>Reads a body that has no end: each read ends when nothing comes for too long, and no event, up to its blank line, may be longer than a limit.</summary>
internal sealed class HeldStream(Stream body, string host, TimeSpan silence, int most, TimeProvider time) : Stream
{
    private int line;
    private int length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(silence, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var read = await body.ReadAsync(buffer, ended.Token);
        Count(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Count(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            if (one == '\n')
            {
                if (line == 0) length = 0;
                line = 0;
            }
            else if (one != '\r')
            {
                line++;
                if (++length > most) throw new BodyTooLongException(host, most);
            }
        }
    }
}
