using System.Runtime.CompilerServices;
using System.Text;
using Listening.Collecting;

namespace Listening.Sources.Files;

/// <summary>Turns the rows of a table into posts or rejections.</summary>
internal static class CsvPosts
{
    /// <summary>Streams the rows, rejected ones under <paramref name="source"/>; <paramref name="shape"/> gets the header once and says how a row is read.</summary>
    public static async IAsyncEnumerable<ReadLine> ReadAsync(
        Stream input, string? source, Func<string[], Func<CsvRow, Post>> shape, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Func<CsvRow, Post>? read = null;
        var columns = 0;
        await foreach (var row in CsvRows.ReadAsync(input, cancellationToken))
        {
            if (read is null)
            {
                read = shape(row.Fields);
                columns = row.Fields.Length;
                continue;
            }

            yield return Read(row, columns, read, source ?? "");
        }
    }

    private static ReadLine Read(CsvRow row, int columns, Func<CsvRow, Post> read, string source)
    {
        try
        {
            if (row.Fields.Length != columns) throw new PostFormatException($"has {row.Fields.Length} fields, the header {columns}");
            return new(row.Line, PostLimits.Checked(read(row)));
        }
        catch (PostFormatException exception)
        {
            return new(row.Line, null, exception.Message, Start(row.Raw), source);
        }
    }

    private static string Start(string raw)
    {
        var line = raw.AsSpan().TrimEnd("\r\n");
        Span<byte> utf8 = stackalloc byte[ReadLine.LongestRaw];
        Encoding.UTF8.GetEncoder().Convert(line, utf8, flush: true, out var characters, out _, out _);
        return line[..characters].ToString();
    }
}
