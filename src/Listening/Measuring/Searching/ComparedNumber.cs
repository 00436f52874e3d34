using System.Globalization;

namespace Listening.Measuring.Searching;

/// <summary>Reads a number with the sign that it is compared by.</summary>
internal static class ComparedNumber
{
    /// <summary>What the piece compares with. Throws when that is no whole number.</summary>
    public static (Comparison Comparison, long Number) Of(SearchToken token, string example)
    {
        var (comparison, length) = token.Value switch
        {
            ['>', '=', ..] => (Comparison.AtLeast, 2),
            ['<', '=', ..] => (Comparison.AtMost, 2),
            ['>', ..] => (Comparison.Greater, 1),
            ['<', ..] => (Comparison.Less, 1),
            ['=', ..] => (Comparison.Equal, 1),
            _ => (Comparison.Equal, 0),
        };
        return long.TryParse(token.Value.AsSpan(length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (comparison, number)
            : throw SearchError.At(token.At, $"'{token.Field}:' compares with a whole number, not '{token.Value}'", example);
    }
}
