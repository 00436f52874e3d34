using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Listening.Web.Json;

/// <summary>
/// How the API speaks JSON: camelCase, instants in UTC with milliseconds, enums and 128-bit keys as text. A null where a type allows none cannot be read, and neither can one
/// in a list.
/// </summary>
public static class ApiJson
{
    /// <summary>For what is serialised outside of an endpoint's own result: events.</summary>
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Puts the API's conventions on <paramref name="options"/>.</summary>
    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseNulls);
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new KeyConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        return options;
    }

    // What a list holds is not told by the annotations that the serializer reads.
    private static void RefuseNulls(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && type.ElementType is { IsValueType: false } element && element != typeof(object)) type.OnDeserialized = Check;
    }

    private static void Check(object list)
    {
        foreach (var item in (IEnumerable)list)
            if (item is null) throw new JsonException("A list has null in it.");
    }
}
