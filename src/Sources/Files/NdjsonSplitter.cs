namespace Listening.Sources.Files;

/// <summary>Posts one a line, ended by LF or CRLF; blank lines count and are skipped; the last line needs no end.</summary>
internal sealed class NdjsonSplitter : ILineSplitter
{
    private readonly LineBuffer _open = new();
    private long _line;

    public void Take(ReadOnlySpan<byte> piece, List<ReadLine> ready)
    {
        while (piece.IndexOf((byte)'\n') is var end and >= 0)
        {
            if (_open.IsEmpty)
            {
                Add(piece[..end], end, ready);
            }
            else
            {
                _open.Append(piece[..end]);
                AddOpen(ready);
            }

            piece = piece[(end + 1)..];
        }

        if (!piece.IsEmpty) _open.Append(piece);
    }

    public void End(List<ReadLine> ready)
    {
        if (!_open.IsEmpty) AddOpen(ready);
    }

    private void AddOpen(List<ReadLine> ready)
    {
        Add(_open.Kept, _open.Length, ready);
        _open.Clear();
    }

    private void Add(ReadOnlySpan<byte> bytes, long length, List<ReadLine> ready)
    {
        _line++;
        if (_line == 1) bytes = JsonLine.WithoutMark(bytes);
        bytes = bytes.Trim(" \t\r"u8);
        if (!bytes.IsEmpty || length > ReadLine.LongestLine) ready.Add(JsonLine.Read(_line, bytes, length));
    }
}
