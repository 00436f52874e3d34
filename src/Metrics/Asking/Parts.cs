using Listening.Measuring;

namespace Listening.Metrics.Asking;

/// <summary>Shorter periods inside a longer one whose numbers the longer one's statement tells along: each row says which of them it lies in.</summary>
internal sealed class Parts
{
    /// <summary>How many a statement takes.</summary>
    public const int Most = 8;

    /// <summary>No part.</summary>
    public static readonly Parts None = new([]);

    // What a key of Cohort.Keys begins with: two for each part.
    private const int FirstCut = 3;

    // A place is one number, by which rows are put together faster than by two: its bucket above, below one bit for each part.
    private const int Bits = Most;
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> periods;

    /// <summary>The periods of these cohorts, each once.</summary>
    public Parts(IEnumerable<Cohort> cohorts) => periods = [.. cohorts.Select(cohort => Of(cohort.Question)).Distinct()];

    /// <summary>Their bounds, bound.</summary>
    public IEnumerable<(string Name, object? Value)> Values =>
        periods.SelectMany((period, i) => new (string, object?)[] { ($"part{i}_from", period.From), ($"part{i}_to", period.To) });

    /// <summary>SQL for whether a key is a number's, for which it is told what was left out.</summary>
    public string Numbers => $"key.1 IN ({string.Join(", ", Enumerable.Range(0, periods.Count).Select(Cut).Prepend(0))})";

    /// <summary>What begins the keys of a cohort's number; those of its series begin with the next number.</summary>
    public int CutOf(Cohort cohort) => Cut(periods.IndexOf(Of(cohort.Question)));

    /// <summary>SQL for a row's place: where parts are told, with one bit for each that it lies in.</summary>
    public string Place(string bucket) => periods.Count == 0
        ? bucket
        : $"bitShiftLeft({bucket}, {Bits}) + {string.Join(" + ", periods.Select((_, i) => $"{1 << i} * (at >= {{part{i}_from:DateTime64(3, 'UTC')}} AND at < {{part{i}_to:DateTime64(3, 'UTC')}})"))}";

    /// <summary>SQL for the keys of a place: of the number, of the series in <paramref name="names"/>, and of each part's number and its groups.</summary>
    public string Keys(string? names, string? groups)
    {
        List<string> keys = ["[(toUInt8(0), toInt64(0), '')]"];
        if (names is not null) keys.Add($"arrayMap(g -> (toUInt8(1), {(periods.Count == 0 ? "place" : $"bitShiftRight(place, {Bits})")}, g), {names})");
        for (var i = 0; i < periods.Count; i++)
        {
            var inside = $"bitTest(place, {i})";
            keys.Add($"arrayResize([(toUInt8({Cut(i)}), toInt64(0), '')], {inside})");
            if (groups is not null) keys.Add($"arrayMap(g -> (toUInt8({Cut(i) + 1}), toInt64(0), g), arrayResize({groups}, {inside} * length({groups})))");
        }

        return keys.Count == 1 ? keys[0] : $"arrayConcat({string.Join(", ", keys)})";
    }

    private static int Cut(int part) => FirstCut + (2 * part);

    private static (DateTimeOffset From, DateTimeOffset To) Of(MetricQuestion question) => (question.From, question.To);
}
