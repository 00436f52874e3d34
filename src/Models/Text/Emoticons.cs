namespace Listening.Models.Text;

/// <summary>Finds emoticons by their parts: eyes, perhaps a nose, a mouth, in either direction, and a few that are drawn otherwise.</summary>
public static class Emoticons
{
    private static readonly string[] Whole = [">:(", "</3", "^_^", "-_-", "T_T", "<3"];
    private static readonly string[] WholeSmiles = ["^_^", "<3"];

    /// <summary>Length of the emoticon at <paramref name="start"/>, or 0; none stands right beside a letter or digit.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && char.IsLetterOrDigit(text[start - 1])) return 0;
        var rest = text[start..];
        var length = Drawn(rest);
        if (length == 0) length = Forward(rest);
        if (length == 0) length = Backward(rest);
        return length > 0 && length < rest.Length && char.IsLetterOrDigit(rest[length]) ? 0 : length;
    }

    /// <summary>1 for a smile, -1 for a frown, 0 for neither.</summary>
    public static int Mood(ReadOnlySpan<char> emoticon)
    {
        foreach (var drawn in Whole)
            if (emoticon.SequenceEqual(drawn)) return WholeSmiles.Contains(drawn) ? 1 : -1;
        var forward = ":;=8xX".Contains(emoticon[0], StringComparison.Ordinal);
        return (forward ? emoticon[^1] : emoticon[0]) switch
        {
            ')' or ']' or '}' => forward ? 1 : -1,
            '(' or '[' or '{' => forward ? -1 : 1,
            'D' when !forward => -1,
            'd' or 'D' or 'p' or 'P' or '*' or '3' => 1,
            '/' or '\\' or '|' or '@' or '<' => -1,
            _ => 0,
        };
    }

    private static int Drawn(ReadOnlySpan<char> rest)
    {
        foreach (var drawn in Whole)
            if (rest.StartsWith(drawn)) return drawn.Length;
        return 0;
    }

    private static int Forward(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || !":;=8xX".Contains(rest[0], StringComparison.Ordinal)) return 0;
        var mouths = rest[0] is ':' or ';' or '=' ? ")]([dDpP/\\}{@|3<oO*" : "D)(";
        if (mouths.Contains(rest[1], StringComparison.Ordinal)) return 2;
        return rest.Length > 2 && "-o'^".Contains(rest[1], StringComparison.Ordinal) && mouths.Contains(rest[2], StringComparison.Ordinal) ? 3 : 0;
    }

    private static int Backward(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || !")]([D".Contains(rest[0], StringComparison.Ordinal)) return 0;
        if (":;=".Contains(rest[1], StringComparison.Ordinal)) return 2;
        return rest.Length > 2 && rest[1] is '-' or '\'' && rest.Length > 2 && ":;=".Contains(rest[2], StringComparison.Ordinal) ? 3 : 0;
    }
}
