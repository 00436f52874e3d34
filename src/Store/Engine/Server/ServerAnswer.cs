using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>
/// The rows of one SELECT as their bytes arrive. The end is only an end when the transport says so, nothing is left over and no error stands there; in every
/// other case reading throws.
/// </summary>
internal sealed class ServerAnswer(AnswerBody body, string? tag) : IDisposable
{
    private const int LongestRow = 256 << 20;
    private const int Kept = 512;
    private const int Room = 64 << 10;
    private readonly MidStreamError error = new(tag);
    private readonly List<object?[]> rows = [];
    private byte[] buffer = new byte[128 << 10];
    private int position;
    private int length;
    private RowBinaryHeader? header;
    private bool begun;
    private bool ended;
    private bool failing;
    private Exception? broken;

    /// <summary>Names of the columns; known after <see cref="BeginAsync"/>.</summary>
    internal IReadOnlyList<string> Columns => header!.Columns;

    /// <summary>Whether everything was read.</summary>
    internal bool Complete { get; private set; }

    /// <summary>Reads up to the first rows. Throws <see cref="UnansweredException"/> when the answer broke off before any.</summary>
    internal async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!body.HasEnd)
            throw new StoreQueryException("The answer does not say where it ends, as an old proxy makes it: a cut one could not be told.", ServerError.Unreachable);
        while (rows.Count == 0 && !ended)
        {
            await FillAsync(cancellationToken);
            Decode();
        }
        if (rows.Count == 0 && broken is not null && error.AtEnd(buffer.AsSpan(0, length)) is null)
            throw new UnansweredException(Reach.Unknown, ServerError.Lost("The connection to the server broke before its answer", broken));
        if (rows.Count == 0)
            Finish();
    }

    /// <summary>The next rows, valid until the next call; null at the end.</summary>
    internal async ValueTask<IReadOnlyList<object?[]>?> NextAsync(CancellationToken cancellationToken)
    {
        if (begun)
        {
            rows.Clear();
            Decode();
        }
        begun = true;
        while (rows.Count == 0)
        {
            if (Complete)
                return null;
            if (ended)
                Finish();
            else
                await FillAsync(cancellationToken);
            Decode();
        }
        return rows;
    }

    public void Dispose() => body.Dispose();

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        if (length == buffer.Length)
        {
            if (length >= (failing ? ServerError.Longest * 2 : LongestRow))
                throw new StoreQueryException("The server's answer has a row or an error of more than is read.", 0);
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        try
        {
            var count = await body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += count;
            ended = count == 0;
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or InvalidDataException)
        {
            // What came before is looked at first: it may say why.
            (ended, broken) = (true, exception);
        }
    }

    // A little of what was read stays: an error may have looked like rows.
    private void MakeRoom()
    {
        var passed = position - Kept;
        if (passed <= 0 || buffer.Length - length >= Room)
            return;
        buffer.AsSpan(passed, length - passed).CopyTo(buffer);
        (position, length) = (Kept, length - passed);
    }

    private void Decode()
    {
        while (position < length && !failing)
        {
            if (!ended && length - position < MidStreamError.Decides)
                return;
            if (error.BeginsWith(buffer.AsSpan(position, length - position)))
            {
                failing = true;
                return;
            }
            try
            {
                var bytes = buffer.AsSpan(0, length);
                if (header is null)
                {
                    var read = RowBinaryHeader.Read(bytes[position..], null, out var size);
                    (header, position) = (read, position + size);
                }
                else
                {
                    var next = position;
                    rows.Add(header.ReadRow(bytes, ref next));
                    position = next;
                }
            }
            catch (EndOfStreamException)
            {
                return;
            }
            catch (Exception exception) when (exception is OverflowException or InvalidDataException or KeyNotFoundException)
            {
                throw new StoreQueryException("The server's answer cannot be read as rows.", ServerError.Unreachable, exception);
            }
        }
    }

    private void Finish()
    {
        var rest = buffer.AsSpan(position, length - position);
        if ((failing || rest.Length > 0 || tag is not null) && error.AtEnd(buffer.AsSpan(0, length)) is { } said)
            throw said;
        if (broken is not null)
            throw ServerError.Lost("The connection to the server broke in the middle of its answer", broken);
        if (rest.Length > 0)
            throw new StoreQueryException("The server's answer ends inside a row.", ServerError.Unreachable);
        if (header is null)
            throw new StoreQueryException("The server's answer has neither columns nor rows.", ServerError.Unreachable);
        Complete = true;
    }
}
