using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Listening.Sources.Files;

/// <summary>Streams the rows of a table in UTF-8 (or what its byte order mark says); the first is the header.</summary>
internal static class CsvRows
{
    private const int BufferLength = 64 * 1024, LongestMark = 4;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Throws <see cref="InvalidDataException"/> when a field runs past the limit, which a quote left open does.</summary>
    public static async IAsyncEnumerable<CsvRow> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(input, new(bufferSize: BufferLength, leaveOpen: true));
        // .NET's reader looks for a byte order mark only in what comes first, which may be a byte or two.
        var start = (await pipe.ReadAtLeastAsync(LongestMark, cancellationToken)).Buffer.Start;
        pipe.AdvanceTo(start, start);
        using var text = new WholeReads(new StreamReader(pipe.AsStream(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, BufferLength));
        using var parser = new CsvParser(text, Configuration());
        long line = 1;
        while (await NextAsync(parser, line, cancellationToken))
        {
            // CsvHelper skips blank lines before a row and counts them into it.
            var raw = parser.RawRecord;
            var begin = parser.RawRow - Lines(raw.AsSpan().TrimEnd("\r\n"));
            yield return new(begin, parser.Record ?? [], raw);
            line = parser.RawRow + 1;
        }
    }

    private static async Task<bool> NextAsync(CsvParser parser, long line, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException exception)
        {
            throw new InvalidDataException($"Line {line}: a field is longer than {ReadLine.LongestLineShown}; perhaps a quote was left open. Nothing after it was read.", exception);
        }
    }

    private static int Lines(ReadOnlySpan<char> raw) => raw.Count('\n');

    private static CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        GetDelimiter = arguments => Delimiter(arguments.Text),
        IgnoreBlankLines = true,
        BadDataFound = null,
        MaxFieldSize = ReadLine.LongestLine,
        BufferSize = BufferLength,
    };

    /// <summary>The one that stands most often in the header outside quotes; a comma when none does.</summary>
    private static string Delimiter(string text)
    {
        var counts = new int[Delimiters.Length];
        var quoted = false;
        foreach (var character in text)
        {
            if (character == '"') quoted = !quoted;
            if (quoted) continue;
            if (character is '\r' or '\n') break;
            if (Array.IndexOf(Delimiters, character) is var found and >= 0) counts[found]++;
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())].ToString();
    }
}
