using System.Globalization;
using System.Text;
using Listening.Collecting.Pulling;

namespace Listening.Benchmarks.Sources;

/// <summary>What was measured of many sources, as a page in Markdown.</summary>
internal sealed class SourceTable(int count, TimeSpan window)
{
    private readonly List<string> rows = [];
    private readonly string before = Load();
    private string caughtUp = "";

    /// <summary>Adds the rows of one load and one way of keeping turns: one an interval.</summary>
    public void Add(string load, string way, IReadOnlyList<ConfiguredSource> sources, IReadOnlyList<Turn> turns, long missed, long requests)
    {
        var every = sources.ToDictionary(source => source.Id, source => source.Every);
        foreach (var interval in every.Values.Distinct().Order())
        {
            var those = turns.Where(turn => every.GetValueOrDefault(turn.Source) == interval).ToList();
            var (lags, took) = (those.Select(turn => turn.Lag).ToList(), those.Select(turn => turn.Took).ToList());
            var of = every.Values.Count(value => value == interval);
            var due = of * window / interval;
            rows.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"| {load} | {way} | {of} every {interval.TotalMinutes:0} min | {those.Count} of about {due:0} | {Shown(lags, 0.5)} | {Shown(lags, 0.95)} | {Shown(lags, 0.99)} | {Shown(lags, 1)} | {Shown(took, 0.5)} | {Shown(took, 0.95)} | {missed} | {requests / window.TotalSeconds:0.0} |"));
        }
    }

    /// <summary>Says how long it took until everything was read after a pause.</summary>
    public void CatchUp(TimeSpan pause, double seconds) => caughtUp = string.Create(
        CultureInfo.InvariantCulture, $"After {pause.TotalSeconds:0} s without the scheduler, in which every source missed its turn: all {count} had begun a run after {seconds:0.0} s.");

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# {count} sources on one machine, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Machine.Description}. Load of the machine over a minute when it began: {before}; when it ended: {Load()}.").AppendLine();
        text.AppendLine("The whole program with its SQLite stores and the embedded engine, and the feeds, in one process. A turn's lag is from the instant it was due to the instant it began,");
        text.AppendLine(CultureInfo.InvariantCulture, $"in seconds; each row was watched for {window.TotalSeconds:0} s. A run asks its feed, stores what is new (a post every two minutes) and writes down how it went.");
        text.AppendLine("\"Bare timers\" is the baseline: a timer a source in memory with the same puller behind it and no scheduler, which keeps nothing over a restart.").AppendLine();
        text.AppendLine("| load | turns by | sources | turns begun | lag p50 | p95 | p99 | max | a run p50 | p95 | missed | requests/s |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in rows) text.AppendLine(row);
        return text.AppendLine().AppendLine(caughtUp).ToString();
    }

    private static string Shown(List<double> values, double p) => values.Count == 0 ? "no data" : Quantiles.Of(values, p).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not told";
}
