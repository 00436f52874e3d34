using Listening.Calendars;
using Listening.Desk.Calendars;
using Listening.Web.Hosting;

namespace Listening.Web.Calendars;

/// <summary>Which calendars and targets a program begins with.</summary>
public static class TargetsStart
{
    /// <summary>
    /// Every version that somebody set, over the default <paramref name="within"/>. Throws <see cref="SettingException"/> where this machine lacks a time zone.
    /// </summary>
    public static async Task<CurrentTargets> ReadAsync(TargetsVersions versions, TimeSpan within, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return new(Use(await versions.ListAsync(cancellationToken), within));
    }

    /// <summary>Versions, ready to be used.</summary>
    public static TargetsInUse Use(IReadOnlyList<TargetsVersion> versions, TimeSpan within)
    {
        try
        {
            return new(versions, within);
        }
        catch (TimeZoneNotFoundException unknown)
        {
            throw new SettingException("Calendars", $"a calendar counts in a time zone that this machine does not know: {unknown.Message}");
        }
    }
}
