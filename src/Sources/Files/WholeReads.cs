namespace Listening.Sources.Files;

/// <summary>
/// Fills every read, and lets none end between CR and LF. The table's parser tells the delimiter from the first read alone, and counts a line end
/// that comes in two reads as two lines.
/// </summary>
internal sealed class WholeReads(TextReader text) : TextReader
{
    private bool _held;

    public override async Task<int> ReadAsync(char[] buffer, int index, int count) => await ReadAsync(buffer.AsMemory(index, count), CancellationToken.None);

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length < 2) return await text.ReadAsync(buffer, cancellationToken);
        var length = 0;
        if (_held) buffer.Span[length++] = '\r';
        _held = false;
        length += await text.ReadBlockAsync(buffer[length..], cancellationToken);
        if (length < buffer.Length || buffer.Span[length - 1] != '\r') return length;
        _held = true;
        return length - 1;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) text.Dispose();
        base.Dispose(disposing);
    }
}
