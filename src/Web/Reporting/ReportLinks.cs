using System.Globalization;
using Listening.Measuring;
using Listening.Reporting;

namespace Listening.Web.Reporting;

/// <summary>Addresses of the report's page that open the rows behind a figure.</summary>
/// <param name="question">The report's question.</param>
internal sealed class ReportLinks(ReportQuestion question)
{
    /// <summary>The rows of a metric, asked as <paramref name="asked"/> was.</summary>
    public string To(MetricQuestion asked) => string.Concat(Page(), "&list=", Uri.EscapeDataString(asked.Metric), Of("from", Instant(asked.From)), Of("to", Instant(asked.To)),
        Of("asOf", Instant(asked.AsOf)), Of("within", asked.Within is { } within ? $"{within.TotalSeconds.ToString(CultureInfo.InvariantCulture)}s" : null), Of("by", asked.Group is null ? null : asked.By), Of("group", asked.Group),
        Of("brand", asked.Brand == question.Brand ? null : asked.Brand), Of("filter", asked.Filter == question.Filter ? null : asked.Filter));

    /// <summary>The page itself.</summary>
    public string Page()
    {
        var address = $"/report?from={Instant(question.From)}&to={Instant(question.To)}&compare={question.Comparison.ToString().ToLowerInvariant()}";
        if (question.Brand is { } brand) address += $"&brand={Uri.EscapeDataString(brand)}";
        return question.Filter is { } filter ? $"{address}&filter={Uri.EscapeDataString(filter)}" : address;
    }

    private static string Of(string field, string? value) => value is null ? "" : $"&list.{field}={Uri.EscapeDataString(value)}";

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
