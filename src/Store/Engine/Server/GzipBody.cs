using System.Buffers.Binary;
using System.IO.Compression;

namespace Listening.Store.Engine.Server;

/// <summary>
/// A compressed answer. A text that stops early is not noticed by <see cref="GZipStream"/>, so the length at its end is compared.
/// Source: RFC 1952, 2.3.1 (ISIZE).
/// </summary>
internal sealed class GzipBody : IDisposable
{
    private readonly LastBytes compressed;
    private readonly GZipStream plain;
    private uint length;

    internal GzipBody(Stream source)
    {
        compressed = new LastBytes(source);
        plain = new GZipStream(compressed, CompressionMode.Decompress);
    }

    /// <summary>The next bytes; 0 at the end. Throws <see cref="InvalidDataException"/> when that came too early.</summary>
    internal async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await plain.ReadAsync(buffer, cancellationToken);
        length += (uint)count;
        if (count > 0)
            return count;
        await compressed.DrainAsync(cancellationToken);
        // Nothing at all is an empty answer, which the reader judges.
        if (compressed.Any && compressed.End != length)
            throw new InvalidDataException("The compressed answer does not end in order.");
        return 0;
    }

    public void Dispose()
    {
        plain.Dispose();
        compressed.Dispose();
    }

    private sealed class LastBytes(Stream source) : Stream
    {
        private readonly byte[] last = new byte[4];

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        internal bool Any { get; private set; }

        internal uint End => BinaryPrimitives.ReadUInt32LittleEndian(last);

        internal async ValueTask DrainAsync(CancellationToken cancellationToken)
        {
            var rest = new byte[4096];
            while (await ReadAsync(rest, cancellationToken) > 0)
            {
            }
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await source.ReadAsync(buffer, cancellationToken);
            Any |= count > 0;
            var kept = Math.Max(0, last.Length - count);
            last.AsSpan(last.Length - kept).CopyTo(last);
            buffer.Span[Math.Max(0, count - last.Length)..count].CopyTo(last.AsSpan(kept));
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
