using System.Text;
using System.Text.RegularExpressions;
using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>
/// Errors behind rows, when the answer had begun with 200. Recent servers put them between two <c>__exception__</c> lines with a word of chance that a
/// header named before; older ones write <c>Code: N. DB::Exception: …</c> after the last row.
/// Source: ClickHouse documentation, "HTTP interface, HTTP response codes caveats".
/// </summary>
internal sealed partial class MidStreamError(string? tag)
{
    /// <summary>How many bytes decide whether an error begins.</summary>
    internal const int Decides = 128;
    private const string Fence = "__exception__";

    /// <summary>Whether an error begins where the next row would. No row does so by chance: its first bytes would have to read like an error.</summary>
    internal bool BeginsWith(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[0] is not ((byte)'\r' or (byte)'\n' or (byte)'_' or (byte)'C'))
            return false;
        var text = Encoding.Latin1.GetString(rest[..Math.Min(rest.Length, Decides)]);
        return tag is null ? Plain().IsMatch(text) : Fenced().Match(text) is { Success: true } match && match.Groups[1].Value == tag;
    }

    /// <summary>The error at the end of an answer; null when there is none.</summary>
    internal StoreQueryException? AtEnd(ReadOnlySpan<byte> end)
    {
        var text = Encoding.UTF8.GetString(end[Math.Max(0, end.Length - ServerError.Longest)..]);
        if (tag is null)
            return ServerError.In(text);
        if (!text.Contains(tag, StringComparison.Ordinal) || !text.Contains(Fence, StringComparison.Ordinal))
            return null;
        var start = text.IndexOf(tag, StringComparison.Ordinal) + tag.Length;
        var close = text.LastIndexOf(tag, StringComparison.Ordinal);
        var said = close > start ? text[start..text.LastIndexOf('\n', close)] : text[start..];
        return ServerError.In(said.Trim()) ?? new StoreQueryException("The answer ended with an error that could not be read.", 0);
    }

    [GeneratedRegex(@"^[\r\n]{0,4}Code: \d{1,6}[.,] (?:e\.displayText\(\) = )?DB::")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[\r\n]{0,4}__exception__[\r\n]+(\w+)[\r\n]")]
    private static partial Regex Fenced();
}
