using System.Globalization;
using System.Text.RegularExpressions;
using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>
/// Reads what servers say of a failure: <c>Code: 60. DB::Exception: … (UNKNOWN_TABLE)</c>, and of old ones
/// <c>Code: 60, e.displayText() = DB::Exception: …</c>.
/// </summary>
internal static partial class ServerError
{
    internal const int Unreachable = 210;
    internal const int Cancelled = 394;
    internal const int TooLong = 159;
    internal const int TooManyAtOnce = 202;

    /// <summary>How much of an answer is looked at for an error; servers say at most 16 KiB.</summary>
    internal const int Longest = 64 << 10;

    /// <summary>The failure in a text; null when it says none.</summary>
    internal static StoreQueryException? In(string text) =>
        First().Match(text) is { Success: true } match
            ? new(text[match.Index..].Trim(), int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    internal static StoreQueryException Lost(string what, Exception? reason) =>
        new(reason is null ? what : $"{what}: {reason.Message}", Unreachable, reason);

    // Nested errors carry codes too: the first one is the reason.
    [GeneratedRegex(@"Code: (\d{1,6})[.,] (?:e\.displayText\(\) = )?DB::")]
    private static partial Regex First();
}
