using System.Globalization;

namespace Listening.Benchmarks;

/// <summary>What a measurement may be told.</summary>
/// <param name="Posts">How many posts.</param>
/// <param name="Out">Where the table goes besides the screen.</param>
public sealed record Arguments(int Posts, string? Out)
{
    /// <summary>A directory that is kept and used again, whose facts are written straight into their tables; absent for one that is imported and thrown away.</summary>
    public string? Data { get; init; }

    /// <summary>Reads <c>--posts N --out FILE --data DIRECTORY</c>.</summary>
    public static Arguments Read(string[] arguments)
    {
        var read = new Arguments(1_000_000, null);
        for (var i = 0; i + 1 < arguments.Length; i += 2)
            read = arguments[i] switch
            {
                "--posts" => read with { Posts = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture) },
                "--data" => read with { Data = Path.GetFullPath(arguments[i + 1]) },
                "--out" => read with { Out = Path.GetFullPath(arguments[i + 1]) },
                var unknown => throw new ArgumentException($"'{unknown}' is not known here"),
            };
        return read;
    }
}
