using Listening.Brands;
using Listening.Calendars;
using Listening.Measuring;
using Listening.Models.Living;
using Listening.Reporting;
using Listening.Web.Hosting;
using Listening.Web.Measuring;
using Listening.Web.Sourcing;

namespace Listening.Web.Reporting;

/// <summary>Writes the engagement report: every number is a metric's answer, so it is the number of its list.</summary>
public sealed class ReportWriter(
    IMetrics metrics, IFirstWeeks firstWeeks, CurrentRegistry registry, CurrentTargets targets, Func<CancellationToken, Task<IReadOnlyList<SourceView>>> sources, IPostSearch search, DemoState demo, IAnnotations annotations,
    TimeProvider time, ModelLibrary? models = null, IFrozenWeeks? frozenWeeks = null) : IReportWriter
{
    /// <inheritdoc/>
    public async Task<EngagementReport> WriteAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.From >= question.To) throw new MetricQuestionException("from", "The period is empty: 'from' must be earlier than 'to'.");
        var inUse = registry.Now;
        var now = time.GetUtcNow();
        var asOf = question.AsOf ?? now.WholeMilliseconds();
        var (compared, frozen, learning) = await ComparedAsync(question, asOf, cancellationToken);
        // What was recorded is of all posts: under a filter the same weeks are asked anew.
        if (question.Filter is not null || compared is null) frozen = null;
        var scope = new ReportScope(question, ReportingTime.Of(registry), asOf, compared, [.. inUse.Registry.Brands.Where(brand => brand.Kind == BrandKind.Own).Select(brand => brand.Name)])
        {
            Recorded = frozen?.Report.Cards,
        };
        var (answers, links) = (new ReportAnswers(metrics), new ReportLinks(question));
        var cards = new ReportCards(scope, answers, links, targets);
        var findings = new ReportFindings(scope, answers, links);
        var sections = new ReportSections(scope, answers, links, metrics);
        var freshness = new ReportSources(scope, answers, sources, search, now);
        cards.Want();
        findings.Want();
        sections.Want();
        freshness.Want();
        await answers.AskAsync(cancellationToken);
        var sentences = await findings.ReadAsync(cancellationToken);
        EngagementReport report = new()
        {
            Learning = learning,
            Brand = question.Brand,
            From = question.From,
            To = question.To,
            Comparison = question.Comparison,
            Compared = scope.Compared,
            Zone = inUse.Zone.Id,
            Filter = question.Filter,
            AsOf = asOf,
            Freshness = await freshness.ReadAsync(cancellationToken),
            Models = models?.Tasks.ToDictionary(task => task.Key, task => task.Value.Live.Version) ?? [],
            Registry = inUse.Version,
            Targets = targets.Now.Number,
            Simulated = demo.Simulated,
            Sentences = sentences,
            Cards = cards.Read(),
            Sections = await sections.ReadAsync(cancellationToken),
            Definitions = [.. answers.Definitions.Select(known => new ReportDefinition(known.Id, known.Title, known.Definition, known.Cohort))],
            Annotations = await annotations.ListAsync(scope.Local(question.From), scope.Local(question.To.AddTicks(-1)), cancellationToken),
            Revision = answers.Revision,
        };
        return frozen is null ? report : report with { Baseline = new(frozen.At, [.. Restatement.Differences(frozen.Report, report)]) };
    }

    // The older cohort is followed exactly as long as this one; what was recorded is followed to its end.
    private async Task<(ReportPeriod? Compared, FrozenWeeks? Frozen, ReportLearning? Learning)> ComparedAsync(ReportQuestion question, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var length = question.To - question.From;
        if (question.Comparison == ReportComparison.Previous) return (new(question.From - length, question.From, asOf - length), null, null);
        if (question.Comparison != ReportComparison.Baseline) return default;
        if (frozenWeeks is not null && await frozenWeeks.FindAsync(question.Brand, cancellationToken) is { Report: var kept } frozen)
            return (kept.To <= question.From ? new(kept.From, kept.To, kept.AsOf) : null, frozen, null);
        if (await firstWeeks.BeginAsync(question.Brand, cancellationToken) is not { } first) return default;
        var (end, now) = (first + FreezingRound.Length, time.GetUtcNow());
        var learning = now < end ? new ReportLearning(1 + (int)Math.Max(0, (now - first).TotalDays), (int)FreezingRound.Length.TotalDays) : null;
        return (learning is null && end <= question.From ? new(first, end, end + (asOf - question.To)) : null, null, learning);
    }
}
