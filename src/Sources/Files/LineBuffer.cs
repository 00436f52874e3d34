using System.Buffers;

namespace Listening.Sources.Files;

/// <summary>Puts together a line that came in several pieces. Past <see cref="ReadLine.LongestLine"/> only its start is kept.</summary>
internal sealed class LineBuffer
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public bool IsEmpty => Length == 0;

    /// <summary>Bytes that were appended, kept or not.</summary>
    public long Length { get; private set; }

    public ReadOnlySpan<byte> Kept => _bytes.WrittenSpan;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var room = ReadLine.LongestLine + 1 - _bytes.WrittenCount;
        _bytes.Write(bytes[..Math.Min(room, bytes.Length)]);
        Length += bytes.Length;
    }

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        Length = 0;
    }
}
