using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Measuring;
using Listening.Measuring.Searching;
using Listening.Web.Measuring;

namespace Listening.Web.Dashboards;

/// <summary>Says what is wrong with a layout, where, and what to write instead. Throws <see cref="LayoutFaultException"/> at the first mistake.</summary>
internal sealed partial class LayoutCheck(IReadOnlyDictionary<string, MetricDefinition> catalogue)
{
    private const int MostTiles = 40;
    private const int MostItems = 24;
    private const int LongestText = 500;
    private static readonly string[] Periods = ["today", "24h", "7d", "28d", "13w"];
    private static readonly string[] Kinds = ["number", "bars", "lines", "curve", "bands", "outcomes", "heat", "table"];
    private static readonly string[] Intervals = ["fit", "coarse", "none", "minute", "hour", "day", "week", "month"];
    private static readonly string[] Units = ["seconds", "share", "count"];

    /// <summary>Looks at everything.</summary>
    public void Check(JsonElement dashboard)
    {
        Fields(dashboard, "", LayoutField.OfDashboard);
        OneOf(dashboard, "", "period", Periods);
        Search(dashboard, "");
        var ids = new HashSet<string>();
        Each(dashboard, "", "tiles", MostTiles, (tile, path) =>
        {
            Tile(tile, path);
            if (!ids.Add(Text(tile, "id")!)) throw new LayoutFaultException($"{path}/id", $"two tiles have the id '{Text(tile, "id")}'", "Give one of them another.");
        });
        if (ids.Count == 0) throw new LayoutFaultException("tiles", "there is no tile", """Example: { "id": "waiting", "title": "Waiting now", "kind": "number", "metrics": [{ "id": "backlog" }] }""");
    }

    private void Tile(JsonElement tile, string path)
    {
        Fields(tile, path, LayoutField.OfTile);
        if (!Name().IsMatch(Text(tile, "id")!)) throw new LayoutFaultException($"{path}/id", "an id has small letters, digits and hyphens, at most 40", "Example: first-answer");
        OneOf(tile, path, "kind", Kinds);
        Whole(tile, path, "width", 2, 12, "2, 3, 4, 6, 8 or 12 columns of twelve", [2, 3, 4, 6, 8, 12]);
        Whole(tile, path, "height", 1, 2, "1 or 2 rows");
        Whole(tile, path, "refresh", 5, 3600, "5 to 3600 seconds");
        if (Text(tile, "period") is { } period && !OwnPeriod().IsMatch(period)) throw new LayoutFaultException($"{path}/period", $"'{period}' is no length of time", "Example: 24h, or 28d");
        var asked = new HashSet<string>();
        Each(tile, path, "metrics", MostItems, (metric, below) =>
        {
            Metric(metric, below, Text(tile, "kind")!, Text(tile, "id")!);
            if (!asked.Add(Text(metric, "id")!)) throw new LayoutFaultException($"{below}/id", $"tile '{Text(tile, "id")}' asks for '{Text(metric, "id")}' twice", "A tile asks each metric once; make another tile.");
        });
        if (asked.Count == 0) throw new LayoutFaultException($"{path}/metrics", "a tile asks at least one metric", """Example: [{ "id": "backlog" }]""");
        Each(tile, path, "lines", MostItems, (line, below) => Shown(line, below, LayoutField.OfLine, asked));
        Each(tile, path, "columns", MostItems, (column, below) =>
        {
            Shown(column, below, LayoutField.OfColumn, asked);
            OneOf(column, below, "show", ["value", "n", "beside"]);
        });
        if (tile.TryGetProperty("rows", out var rows)) Fields(rows, $"{path}/rows", LayoutField.OfRows);
        if (tile.TryGetProperty("labels", out var labels))
            foreach (var label in labels.EnumerateObject()) IsText(label.Value, $"{path}/labels/{label.Name}");
        Each(tile, path, "bands", MostItems, IsText);
        if (Text(tile, "kind") is "table" && !tile.TryGetProperty("columns", out _))
            throw new LayoutFaultException($"{path}/kind", "a table needs columns", """Example: "columns": [{ "title": "Posts", "metric": "posts", "show": "n" }]""");
        if (Text(tile, "kind") is "bands" && !tile.TryGetProperty("bands", out _))
            throw new LayoutFaultException($"{path}/kind", "the kind 'bands' needs the groups it shows, in order", """Example: "bands": ["in public", "moved to private"]""");
    }

    private void Metric(JsonElement metric, string path, string kind, string tile)
    {
        Fields(metric, path, LayoutField.OfMetric);
        var id = Text(metric, "id")!;
        if (!catalogue.TryGetValue(id, out var known))
            throw new LayoutFaultException($"{path}/id", $"tile '{tile}' asks for the metric '{id}', which is not in the catalogue", NearestNames.To(id, catalogue.Keys));
        OneOf(metric, path, "interval", Intervals);
        if (kind is "bars" or "lines" && Text(metric, "interval") is null or "none")
            throw new LayoutFaultException($"{path}/id", $"the kind '{kind}' needs an interval", """Example: "interval": "fit" """.Trim());
        if (kind is "table" or "bands" or "heat" && Text(metric, "by") is null)
            throw new LayoutFaultException($"{path}/id", $"the kind '{kind}' needs groups", known.Dimensions.Count == 0 ? null : $"Example: \"by\": \"{known.Dimensions[0]}\"");
        if (kind == "heat" && Text(metric, "by") != "hour_of_week") throw new LayoutFaultException($"{path}/by", "the kind 'heat' shows hours of the week", "Write hour_of_week.");
        if (kind == "curve" && id != "response_curve") throw new LayoutFaultException($"{path}/id", "the kind 'curve' shows a response curve", "Write response_curve.");
        if (Text(metric, "by") is { } by && !known.Dimensions.Contains(by))
            throw new LayoutFaultException($"{path}/by", $"'{id}' cannot be grouped by '{by}'", known.Dimensions.Count == 0 ? "Leave it out." : NearestNames.To(by, known.Dimensions));
        try
        {
            QuestionText.Duration("within", Text(metric, "within"));
        }
        catch (MetricQuestionException wrong)
        {
            throw new LayoutFaultException($"{path}/within", wrong.Message);
        }
        Search(metric, path);
    }

    private static void Shown(JsonElement shown, string path, IReadOnlyDictionary<string, LayoutField> fields, HashSet<string> asked)
    {
        Fields(shown, path, fields);
        OneOf(shown, path, "unit", Units);
        if (!asked.Contains(Text(shown, "metric")!)) throw new LayoutFaultException($"{path}/metric", $"the tile does not ask for '{Text(shown, "metric")}'", $"It asks for {string.Join(", ", asked)}.");
    }

    private static void Fields(JsonElement element, string path, IReadOnlyDictionary<string, LayoutField> fields)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new LayoutFaultException(path, $"here stands {Said(element.ValueKind)} where an object belongs", "Write { … }.");
        foreach (var property in element.EnumerateObject())
        {
            var below = path.Length == 0 ? property.Name : $"{path}/{property.Name}";
            if (!fields.TryGetValue(property.Name, out var field)) throw new LayoutFaultException($"{below}#", $"there is no field '{property.Name}' here", NearestNames.To(property.Name, fields.Keys));
            if (property.Value.ValueKind != field.Kind) throw new LayoutFaultException(below, $"'{property.Name}' is {Said(field.Kind)}, not {Said(property.Value.ValueKind)}");
            if (field.Kind == JsonValueKind.String) IsText(property.Value, below);
        }
        foreach (var (name, _) in fields.Where(field => field.Value.Required && !element.TryGetProperty(field.Key, out _)))
            throw new LayoutFaultException(path, $"'{name}' is missing");
    }

    private static void Each(JsonElement element, string path, string name, int most, Action<JsonElement, string> look)
    {
        if (!element.TryGetProperty(name, out var items)) return;
        var whole = path.Length == 0 ? name : $"{path}/{name}";
        if (items.GetArrayLength() > most) throw new LayoutFaultException(whole, $"'{name}' has {items.GetArrayLength()} entries", $"At most {most} are shown.");
        var i = 0;
        foreach (var item in items.EnumerateArray()) look(item, $"{whole}/{i++}");
    }

    private static void IsText(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.String) throw new LayoutFaultException(path, $"here stands {Said(element.ValueKind)} where a text belongs");
        if (element.GetString()!.Length > LongestText) throw new LayoutFaultException(path, $"the text has more than {LongestText} characters", "Make it shorter.");
    }

    private static void OneOf(JsonElement element, string path, string name, string[] known)
    {
        if (Text(element, name) is { } value && !known.Contains(value))
            throw new LayoutFaultException(path.Length == 0 ? name : $"{path}/{name}", $"'{value}' is no {name}", NearestNames.To(value, known));
    }

    private static void Whole(JsonElement element, string path, string name, int least, int most, string says, int[]? only = null)
    {
        if (!element.TryGetProperty(name, out var value)) return;
        if (!value.TryGetInt32(out var number) || number < least || number > most || only?.Contains(number) is false)
            throw new LayoutFaultException($"{path}/{name}", $"'{name}' cannot be {value.GetRawText()}", $"It is {says}.");
    }

    private static void Search(JsonElement element, string path)
    {
        try
        {
            SearchQuery.ParseOptional(Text(element, "filter"));
        }
        catch (MetricQuestionException wrong)
        {
            throw new LayoutFaultException(path.Length == 0 ? "filter" : $"{path}/filter", wrong.Message, wrong.Example is null ? null : $"Example: {wrong.Example}");
        }
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Said(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,39}\z")]
    internal static partial Regex Name();

    [GeneratedRegex(@"\A[1-9][0-9]{0,3}[hd]\z")]
    private static partial Regex OwnPeriod();
}
