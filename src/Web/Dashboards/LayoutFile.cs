using System.Text.Json;
using System.Text.Unicode;
using Listening.Measuring;

namespace Listening.Web.Dashboards;

/// <summary>From a layout file's bytes to a dashboard.</summary>
public static class LayoutFile
{
    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Longest file that is read, in bytes.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>The dashboard. Throws <see cref="DashboardFileException"/> with line, column, reason and what to write instead.</summary>
    public static Dashboard Read(string id, string file, byte[] content, IReadOnlyList<MetricDefinition> catalogue)
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = content.AsSpan().StartsWith("\uFEFF"u8) ? content[3..] : content;
        if (!Utf8.IsValid(bytes)) throw new DashboardFileException(new(file, null, null, "the file is not UTF-8", "Save it as UTF-8."));
        try
        {
            using var document = JsonDocument.Parse(bytes, Reading);
            new LayoutCheck(catalogue.ToDictionary(metric => metric.Id)).Check(document.RootElement);
            return new(id, Tiles(document.RootElement), document.RootElement.Clone());
        }
        catch (JsonException wrong)
        {
            var line = (wrong.LineNumber ?? 0) + 1;
            throw new DashboardFileException(new(file, line, (wrong.BytePositionInLine ?? 0) + 1, $"this is not JSON: {First(wrong.Message)}", null), wrong);
        }
        catch (LayoutFaultException wrong)
        {
            var (line, column) = JsonPlaces.Of(bytes, wrong.Path);
            throw new DashboardFileException(new(file, line, column, wrong.Message, wrong.Instead), wrong);
        }
    }

    private static IReadOnlyList<TileDefinition> Tiles(JsonElement dashboard)
    {
        var filter = Text(dashboard, "filter");
        return
        [
            .. dashboard.GetProperty("tiles").EnumerateArray().Select(tile => new TileDefinition(
                Text(tile, "id")!,
                [.. tile.GetProperty("metrics").EnumerateArray().Select(metric => Request(metric, filter))],
                Text(tile, "period"))),
        ];
    }

    private static MetricRequest Request(JsonElement metric, string? filter) => new(
        Text(metric, "id")!, Text(metric, "within"), Text(metric, "interval"), Text(metric, "by"), TileQuestion.Both(Text(metric, "filter"), filter));

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string First(string message) => message.Split(" LineNumber", 2)[0];
}
