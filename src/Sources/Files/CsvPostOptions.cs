using Listening.Collecting;

namespace Listening.Sources.Files;

/// <summary>How a table's rows become posts.</summary>
public sealed record CsvPostOptions
{
    /// <summary>Column of a field, by the field's name on the wire (<c>author.handle</c>); fields not named here are found by their usual column names.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Source of every row; a mapped <c>source</c> column wins where it is not empty.</summary>
    public string? Source { get; init; }

    /// <summary>Audience of every row; a mapped <c>audience</c> column wins where it is not empty.</summary>
    public Audience Audience { get; init; }

    /// <summary>.NET formats of instants that are neither ISO 8601 nor seconds or milliseconds since 1970.</summary>
    public IReadOnlyList<string> InstantFormats { get; init; } = [];

    /// <summary>Zone of instants written without one. UTC: most exports are.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Reads <c>field=column,field=column</c>. Throws <see cref="FormatException"/> where a pair is none.</summary>
    public static IReadOnlyDictionary<string, string> ReadMap(string map)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in map.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == pair.Length - 1) throw new FormatException($"“{pair}” is not field=column");
            columns[pair[..equals].TrimEnd()] = pair[(equals + 1)..].TrimStart();
        }

        return columns;
    }
}
