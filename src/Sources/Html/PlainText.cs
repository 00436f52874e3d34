using System.Text;
using Listening.Collecting;

namespace Listening.Sources.Html;

/// <summary>Plain text as a post keeps it.</summary>
public static class PlainText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// Trims every line, leaves at most one blank line in a row, drops control characters and invisible marks, takes Windows' punctuation for what it was meant to be, and cuts at
    /// <see cref="PostLimits.TextBytes"/> of UTF-8.
    /// </summary>
    public static string Tidy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tidy = new StringBuilder(text.Length);
        var blank = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var kept = Printable(line).Trim();
            if (kept.Length == 0)
            {
                blank++;
                continue;
            }

            if (tidy.Length > 0) tidy.Append(blank > 0 ? "\n\n" : "\n");
            tidy.Append(kept);
            blank = 0;
        }

        return Cut(tidy.ToString(), PostLimits.TextBytes);
    }

    /// <summary>The longest beginning that has at most so many bytes of UTF-8 and cuts no character in two.</summary>
    public static string Cut(string text, int bytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length * 3L <= bytes || Encoding.UTF8.GetByteCount(text) <= bytes) return text;
        var (length, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((used += rune.Utf8SequenceLength) > bytes) break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    private static string Printable(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Value is 0x200B or 0xFEFF) continue;
            if (rune.Value is >= 0x80 and <= 0x9F) text.Append(Windows1252.GetString([(byte)rune.Value]));
            else if (!Rune.IsControl(rune)) text.Append(rune.ToString());
            else if (rune.Value == '\t') text.Append(' ');
        }

        return text.ToString();
    }
}
