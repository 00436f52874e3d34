using System.Globalization;
using System.Text.RegularExpressions;

namespace Listening.Tests.Telemetry;

/// <summary>
/// Reads Prometheus' text format 0.0.4 and holds it to its rules; written to its page,
/// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format, not to any writer of it.
/// </summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, (string Type, string? Help)> families = [];
    private readonly List<(string Name, string Labels, double Value)> samples = [];

    public IReadOnlyDictionary<string, (string Type, string? Help)> Families => families;

    public static Exposition Read(string text)
    {
        if (!text.EndsWith('\n')) throw new FormatException("The last line does not end with a line feed.");
        if (text.Contains('\r', StringComparison.Ordinal)) throw new FormatException("A line ends with a carriage return.");
        var exposition = new Exposition();
        var closed = new HashSet<string>();
        string? current = null;
        foreach (var line in text[..^1].Split('\n'))
        {
            if (line.Length == 0) continue;
            var family = line[0] == '#' ? exposition.Comment(line) : exposition.Sample(line);
            if (family is null || family == current) continue;
            if (current is not null) closed.Add(current);
            if (closed.Contains(family)) throw new FormatException($"The lines of {family} are not one group.");
            current = family;
        }

        foreach (var (name, (type, _)) in exposition.families)
            if (type == "histogram") exposition.CheckHistogram(name);
        return exposition;
    }

    /// <summary>The sum of the samples of this name whose labels contain all of these texts; null when there is none.</summary>
    public double? Value(string name, params string[] labels)
    {
        var found = samples.Where(sample => sample.Name == name && labels.All(label => sample.Labels.Contains(label, StringComparison.Ordinal))).ToList();
        return found.Count == 0 ? null : found.Sum(sample => sample.Value);
    }

    /// <summary>How many series each name has.</summary>
    public IEnumerable<(string Name, int Series)> Cardinality => samples.GroupBy(sample => sample.Name).Select(group => (group.Key, group.Count()));

    private string? Comment(string line)
    {
        var parts = line.Split(' ', 4);
        if (parts.Length < 4 || parts[1] is not ("HELP" or "TYPE")) return null;
        if (!Name().IsMatch(parts[2])) throw new FormatException($"No metric name: {line}");
        var known = families.GetValueOrDefault(parts[2], ("untyped", null));
        if (parts[1] == "HELP")
        {
            if (known.Item2 is not null) throw new FormatException($"A second HELP of {parts[2]}.");
            if (BadHelp().IsMatch(parts[3])) throw new FormatException($"A backslash in a help text is \\\\ or \\n: {line}");
            families[parts[2]] = (known.Item1, parts[3]);
        }
        else
        {
            if (known.Item1 != "untyped") throw new FormatException($"A second TYPE of {parts[2]}.");
            if (samples.Any(sample => sample.Name == parts[2])) throw new FormatException($"The TYPE of {parts[2]} stands after a sample.");
            if (parts[3] is not ("counter" or "gauge" or "histogram" or "summary" or "untyped")) throw new FormatException($"No type: {line}");
            families[parts[2]] = (parts[3], known.Item2);
        }

        return parts[2];
    }

    private string Sample(string line)
    {
        var match = Line().Match(line);
        if (!match.Success) throw new FormatException($"No sample: {line}");
        var (name, labels) = (match.Groups["name"].Value, match.Groups["labels"].Value);
        var names = Label().Matches(labels).Select(label => label.Groups[1].Value).ToList();
        if (names.Distinct().Count() != names.Count) throw new FormatException($"A label twice: {line}");
        var value = match.Groups["value"].Value switch
        {
            "+Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            "NaN" => double.NaN,
            var number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
        };
        if (samples.Any(sample => sample.Name == name && sample.Labels == labels)) throw new FormatException($"A series twice: {line}");
        samples.Add((name, labels, value));
        var family = Suffix().Replace(name, "");
        var grouped = families.TryGetValue(family, out var known) && known.Type is "histogram" or "summary" ? family : name;
        if (!families.ContainsKey(grouped)) throw new FormatException($"A sample without a TYPE: {line}");
        if (known.Type == "counter" && value < 0) throw new FormatException($"A counter below 0: {line}");
        return grouped;
    }

    // Buckets are cumulative, end with +Inf, which equals _count, and each series has a _sum.
    private void CheckHistogram(string name)
    {
        foreach (var series in samples.Where(sample => sample.Name == name + "_bucket").GroupBy(sample => Le().Replace(sample.Labels, "").Trim(',')))
        {
            var buckets = series.Select(sample => (Le: Le().Match(sample.Labels).Groups[1].Value, sample.Value)).ToList();
            if (buckets[^1].Le != "+Inf") throw new FormatException($"The last bucket of {name} is not +Inf.");
            var bounds = buckets.Take(buckets.Count - 1).Select(bucket => double.Parse(bucket.Le, CultureInfo.InvariantCulture)).ToList();
            if (!bounds.SequenceEqual(bounds.Distinct().Order())) throw new FormatException($"The bounds of {name} do not grow.");
            if (!buckets.Select(bucket => bucket.Value).SequenceEqual(buckets.Select(bucket => bucket.Value).Order())) throw new FormatException($"The buckets of {name} are not cumulative.");
            if (samples.Single(sample => sample.Name == name + "_count" && sample.Labels.Trim(',') == series.Key).Value != buckets[^1].Value)
                throw new FormatException($"The count of {name} is not its last bucket.");
            if (samples.Count(sample => sample.Name == name + "_sum" && sample.Labels.Trim(',') == series.Key) != 1) throw new FormatException($"{name} has no sum.");
        }
    }

    [GeneratedRegex("^[a-zA-Z_:][a-zA-Z0-9_:]*$")]
    private static partial Regex Name();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\["\\n])*",?)*)\})? (?<value>\S+)( -?[0-9]+)?$""")]
    private static partial Regex Line();

    [GeneratedRegex("""([a-zA-Z_][a-zA-Z0-9_]*)="(?:[^"\\]|\\["\\n])*",?""")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\[^\\n]")]
    private static partial Regex BadHelp();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Suffix();

    [GeneratedRegex("""(?:^|,)le="([^"]*)",?""")]
    private static partial Regex Le();
}
