using Listening.Collecting.Pulling;
using Quartz;

namespace Listening.Jobs;

/// <summary>Pulls one source. Each source has a job of its own, so that one that hangs or fails stops no other, and is never pulled twice at once.</summary>
[DisallowConcurrentExecution]
public sealed class PullSourceJob(SourcePuller puller, ISourceStates states, TimeProvider time) : IJob
{
    internal const string Group = "sources";
    internal const string Now = "now";

    // What the budget cut short goes on after the others had their turn.
    private static readonly TimeSpan GoOn = TimeSpan.FromSeconds(10);

    /// <summary>The job of a source.</summary>
    public static JobKey Key(Guid source) => new(source.ToString("N"), Group);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var source = Guid.ParseExact(context.JobDetail.Key.Name, "N");
        if (await puller.PullAsync(source, context.MergedJobDataMap.ContainsKey(Now), cancellationToken) is not { } report) return;
        var next = report.Failure is not null ? (await states.ReadAsync(source, cancellationToken)).NotBefore : report.Cut ? time.GetUtcNow() + GoOn : null;
        // Beside the regular turns, which find it before its time or too late.
        if (next is { } instant) await context.Scheduler.ScheduleTrigger(Again(source, instant), TriggerConflict.Replace, cancellationToken);
    }

    internal static TriggerKey Turns(Guid source) => new(source.ToString("N"), Group);

    internal static TriggerKey Again(Guid source) => new($"{source:N}-again", Group);

    private ITrigger Again(Guid source, DateTimeOffset instant) => TriggerBuilder.Create(time)
        .WithIdentity(Again(source)).ForJob(Key(source)).StartAt(instant)
        .WithSimpleSchedule(simple => simple.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
        .Build();
}
