using System.Globalization;
using System.Text.Json;

namespace Listening.Sources.Json;

/// <summary>Reads fields of outside JSON as they are meant: what is absent, null or of another type is not there, and nothing throws.</summary>
internal static class JsonFields
{
    /// <summary>A field; undefined where the holder is no object or has none of this name.</summary>
    public static JsonElement Field(this JsonElement holder, string name) =>
        holder.ValueKind == JsonValueKind.Object && holder.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A text that is not blank, or a number as it is written; trimmed.</summary>
    public static string? Text(this JsonElement holder, string name) => holder.Field(name).AsText();

    /// <summary>The value as <see cref="Text"/> reads it.</summary>
    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>A number, also one that is written as text.</summary>
    public static double? Number(this JsonElement holder, string name) =>
        double.TryParse(holder.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A count: a whole number that is not negative.</summary>
    public static long? Count(this JsonElement holder, string name) => holder.Number(name) is { } number && number >= 0 && number <= long.MaxValue / 2 ? (long)number : null;

    /// <summary>Whether the field is <c>true</c>.</summary>
    public static bool Flag(this JsonElement holder, string name) => holder.Field(name).ValueKind == JsonValueKind.True;

    /// <summary>The entries of a list; none where it is none.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement holder, string name) => holder.Field(name).AsList();

    /// <summary>The value's entries; none where it is no list.</summary>
    public static IEnumerable<JsonElement> AsList(this JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>Whether it is an object.</summary>
    public static bool IsObject(this JsonElement value) => value.ValueKind == JsonValueKind.Object;

    /// <summary>An RFC 3339 instant.</summary>
    public static DateTimeOffset? Instant(this JsonElement holder, string name) =>
        DateTimeOffset.TryParse(holder.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    /// <summary>Seconds since 1970, with a fraction or without.</summary>
    public static DateTimeOffset? Epoch(this JsonElement holder, string name) =>
        holder.Number(name) is { } seconds and >= 0 and < 4_133_980_800 ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000)) : null;

    /// <summary>An absolute http or https address.</summary>
    public static string? Address(this JsonElement holder, string name) =>
        Uri.TryCreate(holder.Text(name), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
