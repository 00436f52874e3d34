using Listening.Metrics.Asking;

namespace Listening.Metrics.Targets;

/// <summary>The share of customers for whom a promise was kept; how many were promised by default stands beside.</summary>
internal abstract class WithinTarget(string rows) : Metric
{
    /// <summary>What every one of them says of targets for a priority.</summary>
    protected const string OfPriorities =
        " A target for a priority counts where the priority was recorded, which it is for cases at this desk from when such a target was first set; for everything else, imports too, the next target that fits counts.";

    /// <summary>What promises can be grouped by.</summary>
    protected static readonly IReadOnlyList<string> Groupings = [.. Dimensions.OfWaits, "target", "calendar"];

    /// <inheritdoc/>
    public override string Rows => rows;

    /// <inheritdoc/>
    public override string Shape => "Shapes/Promised";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["by_default"];
}
