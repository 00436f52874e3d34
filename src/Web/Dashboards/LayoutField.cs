using System.Text.Json;

namespace Listening.Web.Dashboards;

/// <summary>What a field of a layout file may hold.</summary>
/// <param name="Kind">Its JSON kind.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record LayoutField(JsonValueKind Kind, bool Required = false)
{
    /// <summary>Of the file.</summary>
    public static readonly IReadOnlyDictionary<string, LayoutField> OfDashboard = new Dictionary<string, LayoutField>
    {
        ["$schema"] = new(JsonValueKind.String), ["id"] = new(JsonValueKind.String), ["title"] = new(JsonValueKind.String, true),
        ["description"] = new(JsonValueKind.String), ["period"] = new(JsonValueKind.String), ["filter"] = new(JsonValueKind.String),
        ["tiles"] = new(JsonValueKind.Array, true),
    };

    /// <summary>Of a tile.</summary>
    public static readonly IReadOnlyDictionary<string, LayoutField> OfTile = new Dictionary<string, LayoutField>
    {
        ["id"] = new(JsonValueKind.String, true), ["title"] = new(JsonValueKind.String, true), ["kind"] = new(JsonValueKind.String, true),
        ["metrics"] = new(JsonValueKind.Array, true), ["note"] = new(JsonValueKind.String), ["width"] = new(JsonValueKind.Number),
        ["height"] = new(JsonValueKind.Number), ["refresh"] = new(JsonValueKind.Number), ["period"] = new(JsonValueKind.String),
        ["bands"] = new(JsonValueKind.Array), ["labels"] = new(JsonValueKind.Object), ["rows"] = new(JsonValueKind.Object),
        ["columns"] = new(JsonValueKind.Array), ["lines"] = new(JsonValueKind.Array),
    };

    /// <summary>Of a metric that a tile asks.</summary>
    public static readonly IReadOnlyDictionary<string, LayoutField> OfMetric = new Dictionary<string, LayoutField>
    {
        ["id"] = new(JsonValueKind.String, true), ["within"] = new(JsonValueKind.String), ["interval"] = new(JsonValueKind.String),
        ["by"] = new(JsonValueKind.String), ["filter"] = new(JsonValueKind.String),
    };

    /// <summary>Of a line beneath a number.</summary>
    public static readonly IReadOnlyDictionary<string, LayoutField> OfLine = new Dictionary<string, LayoutField>
    {
        ["metric"] = new(JsonValueKind.String, true), ["unit"] = new(JsonValueKind.String, true), ["text"] = new(JsonValueKind.String, true),
        ["key"] = new(JsonValueKind.String), ["negative"] = new(JsonValueKind.String),
    };

    /// <summary>Of a table's column.</summary>
    public static readonly IReadOnlyDictionary<string, LayoutField> OfColumn = new Dictionary<string, LayoutField>
    {
        ["title"] = new(JsonValueKind.String, true), ["metric"] = new(JsonValueKind.String, true), ["show"] = new(JsonValueKind.String, true),
        ["key"] = new(JsonValueKind.String), ["unit"] = new(JsonValueKind.String), ["text"] = new(JsonValueKind.String),
    };

    /// <summary>Of what a table's rows are.</summary>
    public static readonly IReadOnlyDictionary<string, LayoutField> OfRows = new Dictionary<string, LayoutField>
    {
        ["title"] = new(JsonValueKind.String, true), ["parameter"] = new(JsonValueKind.String, true), ["none"] = new(JsonValueKind.String),
        ["order"] = new(JsonValueKind.String),
    };
}
