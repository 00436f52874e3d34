using System.Text.Json;
using System.Text.Json.Serialization;

namespace Listening.Brands;

/// <summary>What a version of the registry says: who is who, and how the company reads time.</summary>
public sealed record RegistryContent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    /// <summary>Our brands and our competitors'.</summary>
    public IReadOnlyList<Brand> Brands { get; init; } = [];

    /// <summary>IANA id of the reporting zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>First day of a reporting week.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>In one form: no white space around anything, handles without <c>@</c>.</summary>
    public RegistryContent Trimmed() => this with
    {
        TimeZone = TimeZone.Trim(),
        Brands = [.. Brands.Select(brand => brand with
        {
            Name = brand.Name.Trim(),
            Handles = [.. brand.Handles.Select(TrimmedHandle)],
            Watch = [.. brand.Watch.Select(term => term.Trim())],
            Exclude = [.. brand.Exclude.Select(term => term.Trim())],
        })],
    };

    /// <summary>As JSON, brands in the shape of the setting <c>Brands</c>; equal contents have equal text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>From <see cref="ToJson"/>. Throws <see cref="JsonException"/>.</summary>
    public static RegistryContent Read(string json) => JsonSerializer.Deserialize<RegistryContent>(json, Json) ?? throw new JsonException("There is nothing.");

    private static string TrimmedHandle(string handle)
    {
        var parts = handle.Trim().Split(':', 2);
        return parts.Length == 2 ? $"{parts[0].Trim()}:{parts[1].Trim().TrimStart('@')}" : parts[0];
    }
}
