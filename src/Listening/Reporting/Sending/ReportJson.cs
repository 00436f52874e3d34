using System.Text.Json;
using System.Text.Json.Serialization;

namespace Listening.Reporting.Sending;

/// <summary>A report as it is kept and as a webhook gets it: camelCase, enums as text.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    /// <summary>Writes a report or its question.</summary>
    public static string Write<T>(T value) where T : class => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what was written.</summary>
    public static T Read<T>(string json) where T : class => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("What was kept of a report is null.");
}
