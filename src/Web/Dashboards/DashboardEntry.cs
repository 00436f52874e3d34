namespace Listening.Web.Dashboards;

/// <summary>A dashboard's file as it stands: usable, broken, or broken with an earlier version that is still served.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Dashboard">The last version that could be used; null when there was none.</param>
/// <param name="Fault">Why the file cannot be used now; null when it can.</param>
public sealed record DashboardEntry(string Id, DashboardOwner Owner, Dashboard? Dashboard, DashboardFault? Fault);
