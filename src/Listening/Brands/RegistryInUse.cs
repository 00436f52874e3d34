namespace Listening.Brands;

/// <summary>A version of the registry, ready to be used.</summary>
/// <param name="Version">Its number; 0 is the configuration.</param>
/// <param name="Registry">Who is who.</param>
/// <param name="Zone">The reporting zone.</param>
/// <param name="WeekStart">First day of a reporting week.</param>
public sealed record RegistryInUse(int Version, BrandRegistry Registry, TimeZoneInfo Zone, DayOfWeek WeekStart)
{
    /// <summary>From what a version says, which was checked. Throws <see cref="TimeZoneNotFoundException"/> on a machine that lacks the zone.</summary>
    public static RegistryInUse Of(int version, RegistryContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(version, new BrandRegistry(content.Brands), TimeZoneInfo.FindSystemTimeZoneById(content.TimeZone), content.WeekStart);
    }
}
