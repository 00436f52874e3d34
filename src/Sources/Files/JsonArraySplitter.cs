using System.Buffers;

namespace Listening.Sources.Files;

/// <summary>Posts as the elements of one JSON array; an element is found by its brackets, so a bad one costs only itself.</summary>
internal sealed class JsonArraySplitter : ILineSplitter
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[],"u8);
    private static readonly SearchValues<byte> InsideString = SearchValues.Create("\"\\"u8);

    private readonly LineBuffer _open = new();
    private Expecting _expecting = Expecting.Start;
    private long _element;
    private int _depth;
    private bool _inString, _escaped;

    private enum Expecting
    {
        Start,
        FirstElement,
        Element,
        Inside,
        Comma,
        End,
        Nothing,
    }

    public void Take(ReadOnlySpan<byte> piece, List<ReadLine> ready)
    {
        while (!piece.IsEmpty && _expecting != Expecting.Nothing) piece = piece[(_expecting == Expecting.Inside ? Inside(piece, ready) : Between(piece[0], ready))..];
    }

    public void End(List<ReadLine> ready)
    {
        if (_expecting is Expecting.End or Expecting.Nothing) return;
        if (_expecting == Expecting.Inside) _element--;
        Broken("the array does not end", _open.Kept, ready);
    }

    /// <summary>Takes one byte between elements, or none when it begins one.</summary>
    private int Between(byte next, List<ReadLine> ready)
    {
        if (next is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') return 1;
        switch (_expecting)
        {
            // A byte order mark may stand before it.
            case Expecting.Start when next is 0xEF or 0xBB or 0xBF: break;
            case Expecting.Start when next == '[': _expecting = Expecting.FirstElement; break;
            case Expecting.FirstElement or Expecting.Comma when next == ']': _expecting = Expecting.End; break;
            case Expecting.Comma when next == ',': _expecting = Expecting.Element; break;
            case Expecting.FirstElement or Expecting.Element when next is not ((byte)',' or (byte)']' or (byte)'}'):
                _element++;
                _expecting = Expecting.Inside;
                return 0;
            default: Broken("is no part of a JSON array; nothing after it was read", [next], ready); break;
        }

        return 1;
    }

    /// <summary>Takes the bytes up to the next one that matters, or to the element's end.</summary>
    private int Inside(ReadOnlySpan<byte> piece, List<ReadLine> ready)
    {
        if (_escaped)
        {
            _escaped = false;
            return Keep(piece, 1);
        }

        var at = piece.IndexOfAny(_inString ? InsideString : Structure);
        if (at < 0) return Keep(piece, piece.Length);
        switch (piece[at])
        {
            case (byte)'\\': _escaped = true; break;
            case (byte)'"': _inString = !_inString; break;
            case (byte)'{' or (byte)'[': _depth++; break;
            case (byte)'}' or (byte)']' when _depth > 0:
                if (--_depth > 0) break;
                Keep(piece, at + 1);
                return Complete(at + 1, ready);
            case (byte)',' when _depth > 0: break;
            default:
                Keep(piece, at);
                return Complete(at, ready);
        }

        return Keep(piece, at + 1);
    }

    private int Keep(ReadOnlySpan<byte> piece, int length)
    {
        _open.Append(piece[..length]);
        return length;
    }

    private int Complete(int taken, List<ReadLine> ready)
    {
        ready.Add(JsonLine.Read(_element, _open.Kept, _open.Length));
        _open.Clear();
        _expecting = Expecting.Comma;
        return taken;
    }

    private void Broken(string reason, ReadOnlySpan<byte> bytes, List<ReadLine> ready)
    {
        ready.Add(JsonLine.Rejected(_element + 1, reason, bytes));
        _expecting = Expecting.Nothing;
    }
}
