using System.Text.Json;
using Listening.Measuring;

namespace Listening.Web.Dashboards;

/// <summary>The dashboards: each a folder with a <c>dashboard.json</c>, a layout and the metrics it asks for.</summary>
public sealed class DashboardFolder
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly Dictionary<string, Dashboard> dashboards;

    private DashboardFolder(string directory, Dictionary<string, Dashboard> dashboards) => (Directory, this.dashboards) = (directory, dashboards);

    /// <summary>Where the files lie.</summary>
    public string Directory { get; }

    /// <summary>All of them, by id.</summary>
    public IEnumerable<Dashboard> All => dashboards.Values.OrderBy(dashboard => dashboard.Id, StringComparer.Ordinal);

    /// <summary>One of them; null when there is none of that name.</summary>
    public Dashboard? Find(string id) => dashboards.GetValueOrDefault(id);

    /// <summary>Reads every <c>*/dashboard.json</c> below <paramref name="directory"/>. Throws <see cref="DashboardFileException"/>.</summary>
    public static DashboardFolder Read(string directory, IReadOnlyList<MetricDefinition> catalogue)
    {
        var known = catalogue.Select(metric => metric.Id).ToHashSet(StringComparer.Ordinal);
        var read = System.IO.Directory.EnumerateFiles(directory, "dashboard.json", SearchOption.AllDirectories)
            .Select(file => ReadFile(file, known))
            .ToDictionary(dashboard => dashboard.Id, StringComparer.Ordinal);
        return new(directory, read);
    }

    private static Dashboard ReadFile(string file, HashSet<string> known)
    {
        var id = Path.GetFileName(Path.GetDirectoryName(file))!;
        try
        {
            var bytes = File.ReadAllBytes(file);
            var content = JsonSerializer.Deserialize<DashboardContent>(bytes, Reading)!;
            Check(file, content.Tiles, known);
            return new(id, content.Tiles, JsonSerializer.Deserialize<JsonElement>(bytes, Reading));
        }
        catch (JsonException exception)
        {
            throw new DashboardFileException(file, exception.LineNumber + 1, exception.Message, exception);
        }
    }

    private static void Check(string file, IReadOnlyList<TileDefinition> tiles, HashSet<string> known)
    {
        foreach (var tile in tiles.GroupBy(tile => tile.Id).Where(tile => tile.Count() > 1))
            throw new DashboardFileException(file, null, $"two tiles have the id '{tile.Key}'");
        foreach (var tile in tiles)
            foreach (var metric in tile.Metrics)
                if (!known.Contains(metric.Id))
                    throw new DashboardFileException(file, null, $"tile '{tile.Id}' asks for the metric '{metric.Id}', which is not in the catalogue");
    }

    private sealed record DashboardContent(IReadOnlyList<TileDefinition> Tiles);
}
