using System.Globalization;
using System.Text.RegularExpressions;
using Listening.Storing;

namespace Listening.Store.Engine.Embedded;

/// <summary>Reads the engine's error texts: <c>Code: 60. DB::Exception: … (UNKNOWN_TABLE)</c>.</summary>
internal static partial class EngineError
{
    internal const int Cancelled = 394;
    internal const int TooLong = 159;
    internal const int TooManyAtOnce = 202;

    internal static StoreQueryException From(string text) =>
        new(text, First().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0);

    internal static StoreQueryException Unknown(string text) => new(text, 0);

    // Nested errors carry codes too: the first one is the reason.
    [GeneratedRegex(@"Code: (\d{1,6})\.")]
    private static partial Regex First();
}
