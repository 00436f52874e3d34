using Listening.Brands;

namespace Listening.Web.Hosting;

/// <summary>The brand registry from the settings, section <c>Brands</c>.</summary>
public static class BrandSettings
{
    /// <summary>
    /// Reads <c>[{"name":"Delta","kind":"own","handles":["twitter:Delta"],"watch":["delta airlines"],"exclude":[]}]</c>.
    /// Throws <see cref="SettingException"/> naming the entry that cannot be used.
    /// </summary>
    public static IReadOnlyList<Brand> Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var brands = configuration.GetSection("Brands").GetChildren().Select(ReadOne).ToList();
        foreach (var twice in brands.GroupBy(brand => brand.Name, StringComparer.OrdinalIgnoreCase).Where(brand => brand.Count() > 1))
            throw new SettingException("Brands", $"two brands have the name '{twice.Key}'");
        if (RegistryCheck.Faults(new RegistryContent { Brands = brands }) is [var fault, ..])
            throw new SettingException(string.Join(':', fault.Place.Split('/').Select(Capital)), fault.Reason.TrimEnd('.'));
        return brands;
    }

    private static Brand ReadOne(IConfigurationSection section)
    {
        var name = section["Name"];
        if (string.IsNullOrWhiteSpace(name)) throw new SettingException(section.Path, "a brand needs a name");
        return new Brand
        {
            Name = name.Trim(),
            Kind = section["Kind"]?.ToLowerInvariant() switch
            {
                null or "" or "own" => BrandKind.Own,
                "competitor" => BrandKind.Competitor,
                var kind => throw new SettingException($"{section.Path}:Kind", $"'{kind}' is neither own nor competitor"),
            },
            Handles = [.. Words(section, "Handles").Select(handle => Handle(section, handle))],
            Watch = Words(section, "Watch"),
            Exclude = Words(section, "Exclude"),
        };
    }

    private static string Handle(IConfigurationSection section, string handle)
    {
        var parts = handle.Split(':', 2);
        return parts.Length == 2 && parts.All(part => part.Length > 0)
            ? $"{parts[0]}:{parts[1].TrimStart('@')}"
            : throw new SettingException($"{section.Path}:Handles", $"'{handle}' is not source:handle. Example: twitter:Delta, or *:Delta for every source");
    }

    private static string Capital(string part) => char.ToUpperInvariant(part[0]) + part[1..];

    private static List<string> Words(IConfigurationSection section, string key) =>
        [.. section.GetSection(key).GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(word => word.Length > 0)];
}
