namespace Listening.Web.Dashboards;

/// <summary>What a tile asks of one metric. Anything it leaves out comes from the dashboard's period, filter and brand.</summary>
/// <param name="Id">The metric.</param>
/// <param name="Within">The h of <c>response_rate(h)</c>: <c>15m</c>, <c>1h</c>, ….</param>
/// <param name="Interval"><c>fit</c> (counts) and <c>coarse</c> (medians) let the period decide, else as in the API.</param>
/// <param name="By">A dimension.</param>
/// <param name="Filter">Search that is joined to the dashboard's own by AND.</param>
public sealed record MetricRequest(
    string Id,
    string? Within = null,
    string? Interval = null,
    string? By = null,
    string? Filter = null);
