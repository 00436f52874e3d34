using System.Text.Json;

namespace Listening.Web.Dashboards;

/// <summary>A dashboard as its file says.</summary>
/// <param name="Id">Its folder's name.</param>
/// <param name="Tiles">What it asks.</param>
/// <param name="Definition">The whole file, for the browser.</param>
public sealed record Dashboard(string Id, IReadOnlyList<TileDefinition> Tiles, JsonElement Definition);
