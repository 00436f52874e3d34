using System.Text.Json;

namespace Listening.Sources.Folder;

/// <summary>Which files are read, and how far the one that is being read.</summary>
/// <param name="Read">By name, what the file looked like: another length or time is another file.</param>
/// <param name="Name">The file that is being read; null between files.</param>
/// <param name="Lines">How many lines of it are read.</param>
internal sealed record FolderMark(IReadOnlyDictionary<string, string> Read, string? Name = null, long Lines = 0)
{
    public static FolderMark? Parse(string? text)
    {
        if (text is null) return new(new Dictionary<string, string>());
        try
        {
            return JsonSerializer.Deserialize<FolderMark>(text, JsonSerializerOptions.Web) is { Read: not null } mark ? mark : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
