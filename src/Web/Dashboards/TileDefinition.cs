namespace Listening.Web.Dashboards;

/// <summary>One tile of a dashboard's file; what is not named here (title, kind, size) is the browser's and passes through unread.</summary>
/// <param name="Id">Unique within its dashboard.</param>
/// <param name="Metrics">What it asks, each metric at most once.</param>
public sealed record TileDefinition(string Id, IReadOnlyList<MetricRequest> Metrics);
