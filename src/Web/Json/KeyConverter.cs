using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Listening.Web.Json;

/// <summary>128-bit keys as text: a browser's number holds 53 bits.</summary>
public sealed class KeyConverter : JsonConverter<UInt128>
{
    /// <inheritdoc/>
    public override UInt128 Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UInt128.Parse(reader.GetString() ?? "", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UInt128 value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
