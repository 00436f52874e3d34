namespace Listening.Web.Dashboards;

/// <summary>Whose a dashboard is.</summary>
public enum DashboardOwner
{
    /// <summary>It came with the program.</summary>
    Shipped,

    /// <summary>Somebody put it into the data directory.</summary>
    Yours,
}
