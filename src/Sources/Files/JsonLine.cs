using System.Text;
using Listening.Collecting;

namespace Listening.Sources.Files;

/// <summary>Reads one post's JSON, or says why not.</summary>
internal static class JsonLine
{
    /// <summary>Reads the post whose bytes, or whose start when it was too long, are given.</summary>
    public static ReadLine Read(long line, ReadOnlySpan<byte> bytes, long length)
    {
        if (length > ReadLine.LongestLine) return Rejected(line, $"is longer than {ReadLine.LongestLineShown}", bytes);
        try
        {
            return new(line, PostJson.Read(bytes));
        }
        catch (PostFormatException exception)
        {
            return Rejected(line, exception.Message, bytes, exception.PostSource);
        }
    }

    /// <summary>A rejected line with the start of what it looked like.</summary>
    public static ReadLine Rejected(long line, string reason, ReadOnlySpan<byte> bytes, string source = "") =>
        new(line, null, reason, Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, ReadLine.LongestRaw)]), source);

    /// <summary>Without the byte order mark that some programs write first.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
