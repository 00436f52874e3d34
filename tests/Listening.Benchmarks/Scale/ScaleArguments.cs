using System.Globalization;

namespace Listening.Benchmarks.Scale;

/// <summary>What the scale measurement may be told.</summary>
public sealed record ScaleArguments
{
    /// <summary>Million posts, ascending.</summary>
    public IReadOnlyList<int> Sizes { get; init; } = [1, 3, 10, 30];

    /// <summary>The size at which everything is measured, million posts.</summary>
    public int Whole { get; init; } = 10;

    /// <summary>How often each tile is asked alone over each period.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>How many posts are followed into the browser.</summary>
    public int Moves { get; init; } = 100;

    /// <summary>Beside PostgreSQL too.</summary>
    public bool Postgres { get; init; } = true;

    /// <summary>Keep the store afterwards.</summary>
    public bool Keep { get; init; }

    /// <summary>Go on with the store that <c>--keep yes</c> left and the results in FILE.json: sizes that are there are passed over.</summary>
    public bool Continue { get; init; }

    /// <summary>Where the store is filled; 1 GB per million posts.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>The browser.</summary>
    public string Chromium { get; init; } = "/usr/bin/chromium";

    /// <summary>Results without their ending: <c>.json</c>, <c>.md</c>, <c>.png</c>.</summary>
    public string Out { get; init; } = Path.Combine(Path.GetTempPath(), "scale");

    /// <summary>Reads <c>--sizes 1,3 --whole 3 --rounds N --moves N --postgres yes|no --keep yes|no --continue yes|no --folder DIR --chromium FILE --out PATH</c>.</summary>
    public static ScaleArguments Read(string[] arguments)
    {
        var read = new ScaleArguments();
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            var value = arguments[i + 1];
            read = arguments[i] switch
            {
                "--sizes" => read with { Sizes = [.. value.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))] },
                "--whole" => read with { Whole = int.Parse(value, CultureInfo.InvariantCulture) },
                "--rounds" => read with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) },
                "--moves" => read with { Moves = int.Parse(value, CultureInfo.InvariantCulture) },
                "--postgres" => read with { Postgres = value == "yes" },
                "--keep" => read with { Keep = value == "yes" },
                "--continue" => read with { Continue = value == "yes" },
                "--folder" => read with { Folder = value },
                "--chromium" => read with { Chromium = value },
                "--out" => read with { Out = Path.GetFullPath(value) },
                var unknown => throw new ArgumentException($"'{unknown}' is not known here"),
            };
        }
        return read;
    }
}
