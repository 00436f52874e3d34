using System.Text.Json;

namespace Listening.Web.Dashboards;

/// <summary>A dashboard in the list of all.</summary>
/// <param name="Id">Its folder's name.</param>
/// <param name="Definition">Its file.</param>
public sealed record DashboardSummary(string Id, JsonElement Definition);
