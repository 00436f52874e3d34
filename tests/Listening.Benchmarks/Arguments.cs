using System.Globalization;

namespace Listening.Benchmarks;

/// <summary>What a measurement may be told.</summary>
/// <param name="Posts">How many posts.</param>
/// <param name="Out">Where the table goes besides the screen.</param>
public sealed record Arguments(int Posts, string? Out)
{
    /// <summary>Reads <c>--posts N --out FILE</c>.</summary>
    public static Arguments Read(string[] arguments)
    {
        var read = new Arguments(1_000_000, null);
        for (var i = 0; i + 1 < arguments.Length; i += 2)
            read = arguments[i] switch
            {
                "--posts" => read with { Posts = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture) },
                "--out" => read with { Out = Path.GetFullPath(arguments[i + 1]) },
                var unknown => throw new ArgumentException($"'{unknown}' is not known here"),
            };
        return read;
    }
}
