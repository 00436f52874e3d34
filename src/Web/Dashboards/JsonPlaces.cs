using System.Text;
using System.Text.Json;

namespace Listening.Web.Dashboards;

/// <summary>Where in a JSON text a value stands.</summary>
internal static class JsonPlaces
{
    /// <summary>
    /// Line and column, both from 1, of the value at a path such as <c>tiles/3/kind</c>; of a property's name with <c>#</c> behind it. The start of the
    /// text when there is no such value.
    /// </summary>
    public static (long Line, long Column) Of(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        return At(json, reader.Read() ? Find(ref reader, "", path) ?? 0 : 0);
    }

    /// <summary>Line and column of a byte.</summary>
    public static (long Line, long Column) At(ReadOnlySpan<byte> json, long offset)
    {
        var before = json[..(int)Math.Min(offset, json.Length)];
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    private static long? Find(ref Utf8JsonReader reader, string path, string wanted)
    {
        if (path == wanted) return reader.TokenStartIndex;
        long? found = null;
        if (reader.TokenType == JsonTokenType.StartArray)
            for (var i = 0; found is null && reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                found = Find(ref reader, Below(path, $"{i}"), wanted);
        else if (reader.TokenType == JsonTokenType.StartObject)
            while (found is null && reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (child, name) = (Below(path, reader.GetString()!), reader.TokenStartIndex);
                reader.Read();
                found = $"{child}#" == wanted ? name : Find(ref reader, child, wanted);
            }
        return found;
    }

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";
}
