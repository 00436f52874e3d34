using System.Globalization;
using System.Text;

namespace Listening.Tests.Fuzzing.Live;

/// <summary>Reads the answers of one connection by RFC 9112, strictly: what a client could misunderstand is a failure.</summary>
internal sealed class AnswerReader(Stream connection)
{
    private const int LongestLine = 16 * 1024, LongestBody = 64 << 20;

    private readonly BufferedStream bytes = new(connection, 16 * 1024);

    /// <summary>The next answer that is no interim one; null when the connection ends instead. Throws <see cref="IOException"/> when it was reset.</summary>
    public async Task<WireAnswer?> NextAsync(CancellationToken cancellationToken)
    {
        while (await LineAsync(cancellationToken) is { } first)
        {
            FuzzFailure.Unless(first.StartsWith("HTTP/1.", StringComparison.Ordinal) && first.Length >= 12, $"an answer begins with '{first}'");
            var status = int.Parse(first.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
            long? length = null;
            var chunked = false;
            while (await LineAsync(cancellationToken) is { Length: > 0 } header)
                if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) length = long.Parse(header.AsSpan(15), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
                else if (header.StartsWith("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase)) chunked = header.EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
            if (status < 200) continue;
            var body = status is 204 or 304 ? [] : chunked ? await ChunksAsync(cancellationToken) : await BytesAsync(length, cancellationToken);
            return new(status, body);
        }

        return null;
    }

    private async Task<byte[]> ChunksAsync(CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse(await LineAsync(cancellationToken) ?? throw new BrokenOffException($"an answer breaks off before a chunk, after '{Encoding.UTF8.GetString(body.ToArray())}'"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            body.Write(await BytesAsync(size, cancellationToken));
            FuzzFailure.Unless(await LineAsync(cancellationToken) == "", "a chunk does not end with its line");
            if (size == 0) return body.ToArray();
        }
    }

    private async Task<byte[]> BytesAsync(long? length, CancellationToken cancellationToken)
    {
        FuzzFailure.Unless(length is null or <= LongestBody, $"an answer of {length} bytes");
        if (length is { } known)
        {
            var whole = new byte[known];
            await bytes.ReadExactlyAsync(whole, cancellationToken);
            return whole;
        }

        var rest = new MemoryStream();
        await bytes.CopyToAsync(rest, cancellationToken);
        return rest.ToArray();
    }

    /// <summary>Null at the end of the connection; an end within a line is one as well.</summary>
    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await bytes.ReadAsync(one, cancellationToken) > 0)
        {
            if (one[0] == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
            FuzzFailure.Unless(line.Length <= LongestLine, "a header of an answer has no end");
        }

        FuzzFailure.Unless(line.Length == 0, $"an answer breaks off within '{line}'");
        return null;
    }
}
