using System.Text;
using System.Text.Json;

namespace Listening.Collecting;

/// <summary>Reads the value a JSON reader stands on, or says what is wrong with it and in which field.</summary>
internal static class WireValue
{
    /// <summary>A string, or absent.</summary>
    public static string? Text(ref Utf8JsonReader json, string field)
    {
        if (Absent(ref json, field, JsonTokenType.String, "a string")) return null;
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new PostFormatException($"`{field}` is not valid Unicode");
        }
    }

    /// <summary>A string that often equals the one read before, which is then returned again.</summary>
    public static string? Repeated(ref Utf8JsonReader json, string field, ref string? last)
    {
        if (json.TokenType == JsonTokenType.String && !json.ValueIsEscaped && last is not null && json.ValueTextEquals(last)) return last;
        return last = Text(ref json, field);
    }

    /// <summary>A name without the mark that leads it in texts.</summary>
    public static string? Name(ref Utf8JsonReader json, string field, char mark) => Text(ref json, field)?.TrimStart(mark);

    /// <summary>A whole number, or absent.</summary>
    public static long? Whole(ref Utf8JsonReader json, string field)
    {
        if (Absent(ref json, field, JsonTokenType.Number, "a whole number")) return null;
        return json.TryGetInt64(out var value) ? value : throw Wrong(ref json, field, "a whole number");
    }

    /// <summary>True or false; absent is false.</summary>
    public static bool Flag(ref Utf8JsonReader json, string field) => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False or JsonTokenType.Null => false,
        _ => throw Wrong(ref json, field, "true or false"),
    };

    /// <summary>An instant, or absent.</summary>
    public static DateTimeOffset? Instant(ref Utf8JsonReader json, string field)
    {
        if (Absent(ref json, field, JsonTokenType.String, "an instant")) return null;
        var read = json.ValueIsEscaped ? WireInstant.TryRead(Text(ref json, field), out var instant) : WireInstant.TryRead(json.ValueSpan, out instant);
        return read ? instant : throw Wrong(ref json, field, "an instant");
    }

    /// <summary>An array of names, or absent; empty names are none.</summary>
    public static IReadOnlyList<string>? Names(ref Utf8JsonReader json, string field, char mark)
    {
        if (Absent(ref json, field, JsonTokenType.StartArray, "an array of strings")) return null;
        List<string>? names = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.String) throw Wrong(ref json, field + "[]", "a string");
            if (Name(ref json, field, mark) is { Length: > 0 } name) (names ??= []).Add(name);
        }

        return names is null ? [] : names;
    }

    /// <summary>False when the reader stands on a value of the wanted kind, true on null; anything else is an error.</summary>
    public static bool Absent(ref Utf8JsonReader json, string field, JsonTokenType wanted, string expected)
    {
        if (json.TokenType == wanted) return false;
        return json.TokenType == JsonTokenType.Null ? true : throw Wrong(ref json, field, expected);
    }

    private static PostFormatException Wrong(ref Utf8JsonReader json, string field, string expected) => new($"`{field}` is not {expected}: {Shown(ref json)}");

    private static string Shown(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.Null => "null",
        _ => PostFormatException.Shown(Encoding.UTF8.GetString(json.ValueSpan)),
    };
}
