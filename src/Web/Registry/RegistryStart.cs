using Listening.Brands;
using Listening.Desk.Brands;
using Listening.Web.Hosting;

namespace Listening.Web.Registry;

/// <summary>Which registry a program begins with.</summary>
public static class RegistryStart
{
    /// <summary>
    /// The newest version that somebody set, else the configuration. Throws <see cref="SettingException"/> where this machine lacks its time zone.
    /// </summary>
    public static async Task<CurrentRegistry> ReadAsync(RegistryVersions versions, RegistryContent configured, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return new(await versions.NewestAsync(cancellationToken) is { } set ? Use(set.Number, set.Content) : Use(0, configured));
    }

    /// <summary>A version, ready to be used.</summary>
    public static RegistryInUse Use(int version, RegistryContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            return RegistryInUse.Of(version, content);
        }
        catch (TimeZoneNotFoundException)
        {
            throw new SettingException("Reporting:TimeZone", $"version {version} of the registry reports in '{content.TimeZone}', which this machine does not know");
        }
    }
}
