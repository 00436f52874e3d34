namespace Listening.Collecting;

/// <summary>A post that cannot be taken. The message is the reason, fit to be shown: it names the field and shows at most the start of its value.</summary>
public sealed class PostFormatException(string reason) : Exception(reason)
{
    private const int LongestShown = 60;

    /// <summary>The post's source, where that much could be read; else empty.</summary>
    public string PostSource { get; init; } = "";

    /// <summary>The start of a value from outside, on one line and without control characters, so that a reason cannot disturb a terminal or a log.</summary>
    public static string Shown(ReadOnlySpan<char> value)
    {
        Span<char> shown = stackalloc char[LongestShown];
        var length = 0;
        foreach (var character in value)
        {
            if (char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator
                or System.Globalization.UnicodeCategory.Surrogate) continue;
            if (length == LongestShown) return string.Concat(shown[..(LongestShown - 1)], "…");
            shown[length++] = character;
        }

        return new string(shown[..length]);
    }
}
