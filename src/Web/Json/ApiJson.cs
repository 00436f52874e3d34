using System.Text.Json;
using System.Text.Json.Serialization;

namespace Listening.Web.Json;

/// <summary>How the API speaks JSON: camelCase, instants in UTC with milliseconds, enums and 128-bit keys as text.</summary>
public static class ApiJson
{
    /// <summary>For what is serialised outside of an endpoint's own result: events.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Puts the API's conventions on <paramref name="options"/>.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new KeyConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        return options;
    }
}
