using Listening.Sources.Holidays;

namespace Listening.Web.Calendars;

/// <summary>Puts calendars and targets into a server.</summary>
internal static class CalendarRegistration
{
    /// <summary>Needs the current targets, the relational store and the sources in the container.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddSingleton<TargetsDesk>()
        .AddSingleton<HolidayAddress>()
        .AddHostedService<TargetsWatch>();
}
