using System.Security.Claims;
using Listening.Web.Security;

namespace Listening.Web.Hosting;

/// <summary>Every room, in the navigation's order: the one list from which pages are served, doors are kept and the navigation is drawn.</summary>
public static class RoomList
{
    /// <summary>All rooms.</summary>
    public static IReadOnlyList<Room> All { get; } =
    [
        new("operations", "Operations", Scopes.Read),
        new("report", "Report", Scopes.ReadInternal),
        new("triage", "Triage", Scopes.Triage),
        new("dashboards", "Dashboards", Scopes.Read),
        new("alerts", "Alerts", Scopes.Read),
        new("brands", "Brands", Scopes.Admin),
        new("sources", "Sources", Scopes.Admin),
        new("models", "Models", Scopes.Admin),
        new("calendars", "Calendars", Scopes.Admin),
        new("rules", "Rules", Scopes.Admin),
        new("mailing", "Mailing", Scopes.Admin),
        new("people", "People", Scopes.Admin),
        new("keys", "Keys", Scopes.Admin),
        new("audit", "Audit", Scopes.Admin),
        new("setup", "Set-up", Scopes.Admin, Shown: false),
        new("account", "Account", Scopes.Read, Shown: false),
    ];

    /// <summary>Those in the navigation that somebody may enter.</summary>
    public static IReadOnlyList<RoomView> For(ClaimsPrincipal user) =>
        [.. All.Where(room => room.Shown && user.Has(room.Scope)).Select(room => new RoomView(room.Id, room.Title, room.Address))];
}
