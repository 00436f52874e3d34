using Listening.Measuring;

namespace Listening.Web.Dashboards;

/// <summary>What a tile shows.</summary>
/// <param name="Tile">The tile.</param>
/// <param name="Answers">By metric.</param>
/// <param name="AsOf">Until when what happened counts.</param>
/// <param name="Revision">The newest revision of the facts that any answer saw.</param>
/// <param name="TookMs">How long the answers took together, in milliseconds.</param>
public sealed record TileAnswer(string Tile, IReadOnlyDictionary<string, MetricAnswer> Answers, DateTimeOffset AsOf, long Revision, double TookMs);
