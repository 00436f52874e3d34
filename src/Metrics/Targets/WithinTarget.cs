using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>The share of customers for whom a promise was kept; how many were promised by default stands beside.</summary>
internal abstract class WithinTarget(string rows) : Metric
{
    /// <summary>What promises can be grouped by.</summary>
    protected static readonly IReadOnlyList<string> Groupings = [.. Dimensions.OfWaits, "target", "calendar"];

    /// <inheritdoc/>
    public override string Rows => rows;

    /// <inheritdoc/>
    public override string Shape => "Shapes/Promised";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["by_default"];
}
