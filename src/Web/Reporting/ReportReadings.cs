using Listening.Reporting;
using Listening.Storing;

namespace Listening.Web.Reporting;

/// <summary>Viewers who ask the same at the same moment share one answer: after Monday's mail many open the same report at once.</summary>
public sealed class ReportReadings(IReportWriter writer, IFactReader facts, TimeProvider time)
{
    private const int Most = 50;
    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly Dictionary<ReportQuestion, Reading> readings = [];

    /// <summary>The report; one that is being written, or was begun at most five seconds ago from the same facts, serves everybody. Throws as the writer does.</summary>
    public Task<EngagementReport> ReadAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        Task<EngagementReport> report;
        lock (gate)
        {
            var (now, revision) = (time.GetUtcNow(), facts.Revision);
            foreach (var (old, _) in readings.Where(one => !Serves(one.Value, now, revision)).ToList()) readings.Remove(old);
            if (readings.TryGetValue(question, out var known)) report = known.Report;
            else
            {
                // Whoever asked first may go: the others wait for it too.
                report = writer.WriteAsync(question, CancellationToken.None);
                if (readings.Count < Most) readings[question] = new(report, now, revision);
            }
        }

        return report.WaitAsync(cancellationToken);
    }

    private static bool Serves(Reading reading, DateTimeOffset now, long revision) =>
        !reading.Report.IsCompleted || (reading.Report.IsCompletedSuccessfully && reading.Revision == revision && now - reading.Begun < Shared);

    private sealed record Reading(Task<EngagementReport> Report, DateTimeOffset Begun, long Revision);
}
