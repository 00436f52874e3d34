namespace Listening.Web.Dashboards;

/// <summary>One tile of a dashboard's file; what is not named here (title, kind, size) is the browser's.</summary>
/// <param name="Id">Unique within its dashboard.</param>
/// <param name="Metrics">What it asks, each metric at most once.</param>
/// <param name="Period">A length of time that ends with the dashboard's period, <c>7d</c> or <c>24h</c>; the dashboard's own when absent.</param>
public sealed record TileDefinition(string Id, IReadOnlyList<MetricRequest> Metrics, string? Period = null);
