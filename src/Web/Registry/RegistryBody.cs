using Listening.Brands;

namespace Listening.Web.Registry;

/// <summary>A registry as somebody wants it.</summary>
public sealed record RegistryBody
{
    /// <summary>Our brands and our competitors', in the shape of the setting <c>Brands</c>.</summary>
    public required IReadOnlyList<Brand> Brands { get; init; }

    /// <summary>IANA id of the reporting zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>First day of a reporting week.</summary>
    public required DayOfWeek WeekStart { get; init; }

    /// <summary>Why, for the history.</summary>
    public string Note { get; init; } = "";

    /// <summary>What it says, in one form.</summary>
    public RegistryContent Content => new RegistryContent { Brands = Brands, TimeZone = TimeZone, WeekStart = WeekStart }.Trimmed();
}
