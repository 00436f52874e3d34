using Listening.Brands;

namespace Listening.Web.Registry;

/// <summary>The registry in use, and how far the facts follow it.</summary>
public sealed record RegistryView
{
    /// <summary>Its number; 0 is the configuration.</summary>
    public required int Version { get; init; }

    /// <summary>When it was set; null for the configuration.</summary>
    public required DateTimeOffset? At { get; init; }

    /// <summary>Who set it; empty for the configuration.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, in their words.</summary>
    public required string Note { get; init; }

    /// <summary>Our brands and our competitors'.</summary>
    public required IReadOnlyList<Brand> Brands { get; init; }

    /// <summary>IANA id of the reporting zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>First day of a reporting week.</summary>
    public required DayOfWeek WeekStart { get; init; }

    /// <summary>How far the facts are.</summary>
    public required FactsView Facts { get; init; }

    /// <summary>What the configuration says, where that has changed since this version was set and is not in use; else null.</summary>
    public required RegistryContent? ChangedConfiguration { get; init; }
}
