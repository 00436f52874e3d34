using System.Globalization;

namespace Listening.Benchmarks.Sources;

/// <summary>What the measurement of many sources may be told.</summary>
/// <param name="Sources">How many sources.</param>
/// <param name="Seconds">How long each part is watched.</param>
/// <param name="Pause">For how long the scheduler rests before everything that was missed is made up for; 0 leaves that part out.</param>
/// <param name="Out">Where the table goes besides the screen.</param>
internal sealed record SourceArguments(int Sources, int Seconds, int Pause, string? Out)
{
    /// <summary>Reads <c>--sources N --seconds N --pause SECONDS --out FILE</c>.</summary>
    public static SourceArguments Read(string[] arguments)
    {
        var read = new SourceArguments(1000, 120, 150, null);
        for (var i = 0; i + 1 < arguments.Length; i += 2)
            read = arguments[i] switch
            {
                "--sources" => read with { Sources = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture) },
                "--seconds" => read with { Seconds = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture) },
                "--pause" => read with { Pause = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture) },
                "--out" => read with { Out = Path.GetFullPath(arguments[i + 1]) },
                var unknown => throw new ArgumentException($"'{unknown}' is not known here"),
            };
        return read;
    }
}
