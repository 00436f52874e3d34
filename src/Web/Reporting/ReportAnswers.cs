using Listening.Measuring;

namespace Listening.Web.Reporting;

/// <summary>Questions of a report by name, asked together, so that those made from the same rows read them once.</summary>
internal sealed class ReportAnswers(IMetrics metrics)
{
    private readonly Dictionary<string, MetricQuestion> asked = [];
    private readonly Dictionary<string, MetricAnswer> answers = [];
    private readonly HashSet<string> known = [.. metrics.Catalogue.Select(metric => metric.Id)];

    /// <summary>Whether the catalogue has a metric.</summary>
    public bool Knows(string metric) => known.Contains(metric);

    /// <summary>Wants an answer; a metric that the catalogue lacks is never answered.</summary>
    public void Want(string name, MetricQuestion question) => asked[name] = question;

    /// <summary>Asks what is wanted and not answered yet.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        var open = asked.Where(one => !answers.ContainsKey(one.Key) && Knows(one.Value.Metric)).ToList();
        if (open.Count == 0) return;
        var read = await metrics.AnswerAsync([.. open.Select(one => one.Value)], cancellationToken);
        for (var i = 0; i < open.Count; i++) answers[open[i].Key] = read[i];
    }

    /// <summary>What was asked under a name.</summary>
    public MetricQuestion Asked(string name) => asked[name];

    /// <summary>The answer; null where the metric is not known or was not asked.</summary>
    public MetricAnswer? this[string name] => answers.GetValueOrDefault(name);

    /// <summary>The newest revision that any answer saw.</summary>
    public long Revision => answers.Values.Select(answer => answer.Revision).DefaultIfEmpty().Max();

    /// <summary>The metrics that were asked, as the catalogue tells them, by id.</summary>
    public IEnumerable<MetricDefinition> Definitions => metrics.Catalogue.Where(metric => asked.Values.Any(question => question.Metric == metric.Id));
}
