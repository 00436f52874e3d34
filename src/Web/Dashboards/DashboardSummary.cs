using System.Text.Json;

namespace Listening.Web.Dashboards;

/// <summary>A dashboard in the list of all.</summary>
public sealed record DashboardSummary
{
    /// <summary>Its name in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>Its title; its name while it cannot be read.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary><c>shipped</c> or <c>yours</c>.</summary>
    public required DashboardOwner Owner { get; init; }

    /// <summary>Where it is shown.</summary>
    public required string Address { get; init; }

    /// <summary>How many tiles it has; null while it cannot be read.</summary>
    public int? Tiles { get; init; }

    /// <summary>What is wrong with its file now; the version before it is still served where there was one.</summary>
    public DashboardFault? Fault { get; init; }

    /// <summary>Its file; null while it cannot be read.</summary>
    public JsonElement? Definition { get; init; }

    /// <summary>Of an entry.</summary>
    public static DashboardSummary Of(DashboardEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            Id = entry.Id,
            Title = Text(entry, "title") ?? entry.Id,
            Description = Text(entry, "description"),
            Owner = entry.Owner,
            Address = entry.Owner == DashboardOwner.Shipped ? $"/{entry.Id}" : $"/dashboards/{Uri.EscapeDataString(entry.Id)}",
            Tiles = entry.Dashboard?.Tiles.Count,
            Fault = entry.Fault,
            Definition = entry.Dashboard?.Definition,
        };
    }

    private static string? Text(DashboardEntry entry, string field) =>
        entry.Dashboard is { } dashboard && dashboard.Definition.TryGetProperty(field, out var text) ? text.GetString() : null;
}
