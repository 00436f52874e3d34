using Listening.Brands;
using Listening.Web.Hosting;

namespace Listening.Web.Registry;

/// <summary>Sections <c>Brands</c> and <c>Reporting</c> as one registry.</summary>
public static class RegistrySettings
{
    /// <summary>Reads both. Throws <see cref="SettingException"/>.</summary>
    public static RegistryContent Read(IConfiguration configuration) => Read(configuration, BrandSettings.Read(configuration));

    /// <summary>Reads the reporting zone and week start; the brands are given.</summary>
    public static RegistryContent Read(IConfiguration configuration, IReadOnlyList<Brand> brands)
    {
        var reporting = ReportingSettings.Read(configuration);
        return new() { Brands = brands, TimeZone = reporting.Zone.Id, WeekStart = reporting.WeekStart };
    }
}
