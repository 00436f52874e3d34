using System.Text.Json;
using System.Text.RegularExpressions;

namespace Listening.Tests.Sources;

/// <summary>Answers of real sources, recorded or from their documentation, that the repository does not hold.</summary>
internal static partial class Payloads
{
    private static readonly JsonSerializerOptions Lenient = new() { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>The files of a source, in their order; the test is skipped where they are absent.</summary>
    public static IReadOnlyList<string> Of(string source) => [.. Directory.EnumerateFiles(SharedData.Folder($"payloads/{source}")).Order(StringComparer.Ordinal)];

    /// <summary>
    /// The answer's body. Of a recorded exchange it is the response's. Of what documentation abbreviates, its dots and remarks are left out; undefined where that leaves no JSON.
    /// </summary>
    public static JsonElement Body(string file)
    {
        var root = file.EndsWith(".jsonc", StringComparison.Ordinal) ? Abbreviated(file) : JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file), Lenient);
        if (!file.EndsWith(".http.json", StringComparison.Ordinal)) return root;
        return root.GetProperty("response").TryGetProperty("body", out var body) ? body : default;
    }

    public static JsonElement Body(string source, string name) => Body(Of(source).Single(file => Path.GetFileName(file) == name));

    private static JsonElement Abbreviated(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(Dots().Replace(File.ReadAllText(file), ""), Lenient);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    [GeneratedRegex("""(?<=[\[{,\s])(\.\.\.|…),?""", RegexOptions.Multiline)]
    private static partial Regex Dots();
}
