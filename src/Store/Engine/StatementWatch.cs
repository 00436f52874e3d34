using System.Diagnostics.Metrics;
using Listening.Telemetry;

namespace Listening.Store.Engine;

/// <summary>Hears of every statement: measures all, and tells of the slow ones.</summary>
public sealed class StatementWatch(TimeProvider time)
{
    private const int LongestText = 300;

    private static readonly Histogram<double> Duration = ListeningMeter.Seconds("listening.engine.statement.duration", "How long the engine takes for a statement.");
    private static readonly Counter<long> Failed = ListeningMeter.Count("listening.engine.statement.failures", "{statement}", "Statements that the engine refused or gave up, by its error code.");
    private static readonly FewNames Codes = new(50);

    /// <summary>From which duration on a statement is slow.</summary>
    public TimeSpan Slow { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Told of each slow statement, on the thread that ran it.</summary>
    public event Action<SlowStatement>? Heard;

    internal long Begin() => time.GetTimestamp();

    internal TimeSpan Since(long begin) => time.GetElapsedTime(begin);

    internal void Note(string kind, string text, TimeSpan duration, long rows, int? code)
    {
        Duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
        if (code is { } failed) Failed.Add(1, new("kind", kind), new("code", Codes.Of(failed.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        if (duration >= Slow) Heard?.Invoke(new(kind, Shortened(text), duration, rows, code));
    }

    private static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestText ? line : line[..LongestText] + "…";
    }
}
