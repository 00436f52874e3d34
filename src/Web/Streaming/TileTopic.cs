using Listening.Web.Measuring;
using Listening.Web.Security;

namespace Listening.Web.Streaming;

/// <summary>What viewers of one tile under one question share: it is evaluated once for all of them.</summary>
/// <param name="Dashboard">The dashboard's id.</param>
/// <param name="Tile">The tile's id.</param>
/// <param name="Parameters">The question as asked; without an end it moves with the clock.</param>
/// <param name="Sight">What these viewers may see.</param>
public sealed record TileTopic(string Dashboard, string Tile, MetricParameters Parameters, Sight Sight);
