using System.Globalization;

namespace Listening.Benchmarks.Fuzzing;

/// <summary>How long and from where.</summary>
/// <param name="Minutes">How long.</param>
/// <param name="Seed">The first try's seed.</param>
/// <param name="Out">Where the result goes besides the screen.</param>
public sealed record FuzzArguments(double Minutes, int Seed, string? Out)
{
    /// <summary>Reads <c>--minutes N --seed N --out FILE</c>.</summary>
    public static FuzzArguments Read(string[] arguments)
    {
        var read = new FuzzArguments(10, (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() & 0x3FFFFFFF), null);
        for (var i = 0; i + 1 < arguments.Length; i += 2)
            read = arguments[i] switch
            {
                "--minutes" => read with { Minutes = double.Parse(arguments[i + 1], CultureInfo.InvariantCulture) },
                "--seed" => read with { Seed = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture) },
                "--out" => read with { Out = Path.GetFullPath(arguments[i + 1]) },
                var unknown => throw new ArgumentException($"'{unknown}' is not known here"),
            };
        return read;
    }
}
