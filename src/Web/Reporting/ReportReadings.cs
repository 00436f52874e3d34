using Listening.Brands;
using Listening.Calendars;
using Listening.Reporting;
using Listening.Storing;
using Listening.Web.Measuring;
using Listening.Web.Streaming;

namespace Listening.Web.Reporting;

/// <summary>
/// Viewers who ask the same share one answer: after Monday's mail many open the same report at once. An answer serves until anything that it was made of changes, for a minute at
/// the most, as its ages grow. One that took long is kept ready: it serves who accepts an older one although facts came in since, and is made again behind them, and the details under it with it; it says itself as
/// of when it is. What people write at dates is always told as it is now.
/// </summary>
public sealed partial class ReportReadings(
    IReportWriter writer, IFactReader facts, CurrentRegistry registry, CurrentTargets targets, IAnnotations annotations, KeptTiles tiles, TimeProvider time, ILogger<ReportReadings> logger)
{
    private const int Most = 50, MostKeptReady = 3;

    // An answer rests twenty times as long as it took: each that is kept ready costs a twentieth of the machine at the most.
    private const int Rest = 20;

    private static readonly TimeSpan Shared = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WantedFor = TimeSpan.FromDays(1);

    // Where no post comes in, ages grow all the same.
    private static readonly TimeSpan Grown = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<ReportQuestion, Asked> questions = [];

    /// <summary>
    /// The report: what is being written, or was begun less than a minute ago from the same facts, registry and targets, serves everybody; what took more than two seconds serves whoever
    /// accepts its age, as long as registry and targets are the same. Throws as the writer does.
    /// </summary>
    public async Task<ShownReport> ReadAsync(ReportQuestion question, TimeSpan accepted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (reading, due) = Shown(question, accepted);
        if (due) _ = KeepReadyAsync(CancellationToken.None);
        var report = await reading.Report.WaitAsync(cancellationToken);
        var zone = ReportingTime.Of(registry).Zone;
        var written = await annotations.ListAsync(Local(report.From), Local(report.To.AddTicks(-1)), cancellationToken);
        return new(report with { Annotations = written }, time.GetUtcNow() - reading.Begun);

        DateOnly Local(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }

    /// <summary>
    /// Makes again what took long, was opened within a day, and rested: one after the other, the last opened first, a few at the most, and none while a report is being written. What
    /// cannot be made is left to a later round.
    /// </summary>
    public async Task KeepReadyAsync(CancellationToken cancellationToken)
    {
        while (Next() is { } reading)
            try
            {
                await reading.Report.WaitAsync(cancellationToken);
                await reading.Whole.WaitAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogUnmade(logger, exception);
            }
    }

    /// <summary>Which are kept ready, the last opened first.</summary>
    public IReadOnlyList<WantedReport> Wanted
    {
        get
        {
            lock (gate) return [.. Kept(time.GetUtcNow()).Select(one => new WantedReport(one.Question, one.Asked.Opened.WholeMilliseconds(), one.Asked.Took))];
        }
    }

    /// <summary>Keeps these ready too, as if they had been asked here.</summary>
    public void Want(IEnumerable<WantedReport> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        lock (gate)
            foreach (var (question, opened, took) in wanted)
                questions.TryAdd(question, new() { Opened = opened, Took = took });
    }

    private (Reading Reading, bool Due) Shown(ReportQuestion question, TimeSpan accepted)
    {
        lock (gate)
        {
            var (now, known) = (time.GetUtcNow(), Known());
            Forget(now, known);
            if (AsShown(question) is { } same && same.Known.GoesBy(known) && now - same.Begun < accepted) return (same, false);
            if (!questions.TryGetValue(question, out var asked)) questions[question] = asked = new();
            asked.Opened = now;
            if (asked.Ready is { } ready && (Fresh(ready, now, known) || (asked.Took > Long && ready.Known.GoesBy(known) && now - ready.Begun < accepted)))
                return (ready, Due(asked, now, known));
            // One that is being written serves who comes meanwhile, whatever came in: the engine has no time for two.
            return (asked.Writing is { } writing && writing.Known.GoesBy(known) ? writing : Begin(question, asked, now, known), false);
        }
    }

    // Whoever was shown a report may ask for it by its instant: as a file.
    private Reading? AsShown(ReportQuestion question) =>
        question.AsOf is { } at && questions.TryGetValue(question with { AsOf = null }, out var asked) && asked.Ready is { } ready && asked.Last?.AsOf == at ? ready : null;

    private Reading? Next()
    {
        lock (gate)
        {
            var (now, known) = (time.GetUtcNow(), Known());
            Forget(now, known);
            if (questions.Values.Any(asked => asked.Writing is not null)) return null;
            foreach (var (question, asked) in Kept(now))
            {
                var (running, kept) = (RunningPeriod.Of(question, asked.Opened, now, ReportingTime.Of(registry).Zone), asked);
                if (running != question)
                {
                    questions.Remove(question);
                    if (!questions.TryAdd(running, kept = new() { Opened = asked.Opened, Took = asked.Took, Last = asked.Last })) continue;
                }

                if (Due(kept, now, known)) return Begin(running, kept, now, known);
            }

            return null;
        }
    }

    // Within the gate.
    private Reading Begin(ReportQuestion question, Asked asked, DateTimeOffset now, Made known)
    {
        var reading = asked.Writing = new(now, known);
        asked.Tried = now;
        // Whoever asked first may go: the others wait for it too.
        reading.Report = WriteAsync(question, asked, reading);
        return reading;
    }

    private async Task<EngagementReport> WriteAsync(ReportQuestion question, Asked asked, Reading reading)
    {
        var started = time.GetTimestamp();
        try
        {
            var report = await writer.WriteAsync(question, CancellationToken.None);
            reading.Whole = DetailAsync(asked, reading, report, time.GetElapsedTime(started));
            return report;
        }
        catch
        {
            End(asked, reading);
            throw;
        }
    }

    // Who waits for the report gets it; for all others it is ready when its details are.
    private async Task DetailAsync(Asked asked, Reading reading, EngagementReport report, TimeSpan took)
    {
        try
        {
            if (took > Long && asked.Last is { } last) await tiles.FollowAsync(Span(last), Span(report), CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogUndetailed(logger, exception);
        }

        lock (gate)
        {
            if (asked.Ready is not { } ready || ready.Begun <= reading.Begun) (asked.Ready, asked.Last, asked.Took) = (reading, report, took);
            End(asked, reading);
        }

        static TileSpan Span(EngagementReport report) => new(report.From, report.To, report.AsOf);
    }

    private void End(Asked asked, Reading reading)
    {
        lock (gate)
            if (asked.Writing == reading)
                asked.Writing = null;
    }

    private void Forget(DateTimeOffset now, Made known)
    {
        var idle = questions.Where(one => one.Value.Writing is null).OrderByDescending(one => one.Value.Opened).ToList();
        foreach (var (question, _) in idle.Where((one, i) => i >= Most || (!IsWanted(one.Value, now) && (one.Value.Ready is not { } ready || !Fresh(ready, now, known))))) questions.Remove(question);
    }

    // Within the gate.
    private List<(ReportQuestion Question, Asked Asked)> Kept(DateTimeOffset now) =>
        [.. questions.Where(one => IsWanted(one.Value, now)).OrderByDescending(one => one.Value.Opened).Take(MostKeptReady).Select(one => (one.Key, one.Value))];

    private static bool Fresh(Reading reading, DateTimeOffset now, Made known) => reading.Known == known && now - reading.Begun < Shared;

    private static bool IsWanted(Asked asked, DateTimeOffset now) => asked.Took > Long && now - asked.Opened < WantedFor;

    private static bool Due(Asked asked, DateTimeOffset now, Made known)
    {
        if (asked.Took <= Long || asked.Writing is not null) return false;
        var rest = asked.Took * Rest;
        return now - asked.Tried >= (rest > Shared ? rest : Shared) && (asked.Ready is not { } ready || ready.Known != known || now - ready.Begun >= Grown);
    }

    private Made Known() => new(facts.Revision, registry.Now.Version, targets.Now.Number);

    [LoggerMessage(EventId = 5331, Level = LogLevel.Warning, Message = "A report that is kept ready could not be made again now")]
    private static partial void LogUnmade(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5332, Level = LogLevel.Warning, Message = "The details of a report that is kept ready could not be made again now; who opens it waits for them")]
    private static partial void LogUndetailed(ILogger logger, Exception exception);

    // What a report is made of.
    private sealed record Made(long Revision, int Registry, int Targets)
    {
        // Facts may have come in; what is counted by which rules may not have changed.
        public bool GoesBy(Made now) => Registry == now.Registry && Targets == now.Targets;
    }

    private sealed class Reading(DateTimeOffset begun, Made known)
    {
        public DateTimeOffset Begun => begun;

        public Made Known => known;

        public Task<EngagementReport> Report { get; set; } = null!;

        /// <summary>Done when the report's details are made too.</summary>
        public Task Whole { get; set; } = Task.CompletedTask;
    }

    private sealed class Asked
    {
        public Reading? Writing { get; set; }

        public Reading? Ready { get; set; }

        // What its readers were shown last; of its instant are the details that they look at.
        public EngagementReport? Last { get; set; }

        public TimeSpan Took { get; set; }

        public DateTimeOffset Opened { get; set; }

        public DateTimeOffset Tried { get; set; }
    }
}
