using Listening.Brands;
using Listening.Calendars;
using Listening.Reporting;
using Listening.Storing;
using Listening.Web.Measuring;

namespace Listening.Web.Reporting;

/// <summary>
/// Viewers who ask the same share one answer: after Monday's mail many open the same report at once. An answer serves until anything that it was made of changes, for a minute at
/// the most, as its ages grow; it says itself as of when it is. What people write at dates is always told as it is now.
/// </summary>
public sealed class ReportReadings(IReportWriter writer, IFactReader facts, CurrentRegistry registry, CurrentTargets targets, IAnnotations annotations, TimeProvider time)
{
    private const int Most = 50;
    private static readonly TimeSpan Shared = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly Dictionary<ReportQuestion, Reading> readings = [];

    /// <summary>
    /// The report; one that is being written, or was begun less than a minute ago from the same facts, registry and targets, serves everybody. Throws as the writer does.
    /// </summary>
    public async Task<EngagementReport> ReadAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var report = await Shown(question).WaitAsync(cancellationToken);
        var zone = ReportingTime.Of(registry).Zone;
        return report with { Annotations = await annotations.ListAsync(Local(report.From), Local(report.To.AddTicks(-1)), cancellationToken) };

        DateOnly Local(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }

    private Task<EngagementReport> Shown(ReportQuestion question)
    {
        lock (gate)
        {
            var known = new Known(facts.Revision, registry.Now.Version, targets.Now.Number);
            var now = time.GetUtcNow();
            foreach (var (old, _) in readings.Where(one => !Serves(one.Value, now, known)).ToList()) readings.Remove(old);
            if (readings.TryGetValue(question, out var reading)) return reading.Report;
            // Whoever asked first may go: the others wait for it too.
            var report = writer.WriteAsync(question, CancellationToken.None);
            if (readings.Count < Most) readings[question] = new(report, now, known);
            return report;
        }
    }

    // One that is being written serves who comes meanwhile, whatever came in: the engine has no time for two.
    private static bool Serves(Reading reading, DateTimeOffset now, Known known) =>
        !reading.Report.IsCompleted || (reading.Report.IsCompletedSuccessfully && reading.Known == known && now - reading.Begun < Shared);

    private sealed record Known(long Revision, int Registry, int Targets);

    private sealed record Reading(Task<EngagementReport> Report, DateTimeOffset Begun, Known Known);
}
