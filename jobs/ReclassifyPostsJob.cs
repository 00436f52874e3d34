using System.Globalization;
using Listening.Classifying;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Listening.Jobs;

/// <summary>Sorts the past again with the models of now, when somebody asks for it and never by itself.</summary>
[DisallowConcurrentExecution]
public sealed partial class ReclassifyPostsJob(ILogger<ReclassifyPostsJob> logger, PastSorter? sorter = null) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static readonly JobKey Key = new("reclassify-posts");

    internal const string From = "from";

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Posts are not sorted here.
        if (sorter is null) return;
        var from = context.MergedJobDataMap.TryGetValue(From, out var text) && text is string { Length: > 0 } instant
            ? DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture) : (DateTimeOffset?)null;
        LogSorted(await sorter.SortAsync(from, cancellationToken));
    }

    // A run that was cut off is done again at the next start: sorting a post twice changes nothing.
    internal static void Schedule(IQuartzBuilder quartz) => quartz.AddJob<ReclassifyPostsJob>(job => job.WithIdentity(Key).StoreDurably().RequestRecovery());

    [LoggerMessage(4012, LogLevel.Information, "Sorted {Posts} stored posts again")]
    private partial void LogSorted(long posts);
}
