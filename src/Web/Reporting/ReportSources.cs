using Listening.Measuring;
using Listening.Reporting;
using Listening.Web.Sourcing;

namespace Listening.Web.Reporting;

/// <summary>How fresh and complete the data of a period is.</summary>
internal sealed class ReportSources(ReportScope scope, ReportAnswers answers, Func<CancellationToken, Task<IReadOnlyList<SourceView>>> sources, IPostSearch search, DateTimeOffset now)
{
    /// <summary>Says what must be asked.</summary>
    public void Want() => answers.Want("now sources", scope.Now("coverage") with { By = "source" });

    /// <summary>What is known, once that is answered.</summary>
    public async Task<ReportFreshness> ReadAsync(CancellationToken cancellationToken)
    {
        var listed = (await sources(cancellationToken)).Where(source => !source.Paused).ToList();
        var newest = await search.SearchAsync(
            new PostQuestion { Filter = scope.Question.Filter, To = scope.End, Limit = 1, WithInternal = scope.Question.WithInternal }, cancellationToken);
        var faults = listed.SelectMany(Faults).ToList();
        var coverage = answers["now sources"];
        // What is pushed or imported is nobody's to ask: it is there as it came.
        var others = (coverage?.Series ?? []).Where(point => point.N > 0 && listed.TrueForAll(source => source.Name != point.Group)).Select(point => point.Group).Distinct().Count();
        var faulty = faults.Select(fault => fault.Source).Distinct().Count();
        return new()
        {
            DataTo = newest.Items.Select(post => (DateTimeOffset?)post.PostedAt).FirstOrDefault(),
            Healthy = listed.Count + others - faulty,
            Sources = listed.Count + others,
            Classified = coverage?.Value,
            Posts = coverage?.N ?? 0,
            Faults = faults,
        };
    }

    private IEnumerable<ReportFault> Faults(SourceView source)
    {
        foreach (var gap in source.Gaps.Where(gap => gap.To > scope.Question.From && (gap.From ?? DateTimeOffset.MinValue) < scope.Question.To))
            yield return new(source.Name, gap.Reason, gap.From, gap.To);
        // What it last gave whole reaches up to here; a period before that lacks nothing.
        var reaches = source.State.Lag is { } lag ? now - TimeSpan.FromSeconds(lag) : (DateTimeOffset?)null;
        if (source.State.Status is SourceStatus.Failing or SourceStatus.Stopped or SourceStatus.Waiting && (reaches is null || reaches < scope.End))
            yield return new(source.Name, source.State.Reason ?? "It cannot be read.", source.State.Succeeded, null);
    }
}
