using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Recovery;

/// <summary>How many of those who wrote again sounded better.</summary>
internal sealed class RecoveryRate : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "recovery_rate", "Sounded better afterwards",
        "Recovered ÷ heard again: of the authors who wrote about us again within seven days after our first answer, those who sounded negative before it and not negative in their last post. "
        + "Its 95 % interval is by Wilson (1927). Beside it: how many of all answered were heard again, and the same share among those whom nobody has answered, in the seven days after they wrote. "
        + "At the same time as our answer is not because of it.",
        "share", true, "episodes of our brands opened in the period, answered within 30 days and at least seven days before the time looked at, whose author wrote again", ["delay", .. Dimensions.OfWaits]);

    /// <inheritdoc/>
    public override string Rows => "Recovery/Again";

    /// <inheritdoc/>
    public override string Episodes => "Recovery/Followed";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Recovered";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Beside => ["low", "high", "answered", "silent", "heard_again", "unanswered", "unanswered_heard", "unanswered_rate"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> BesideEach => ["low", "high"];

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, object?>> Values(MetricQuestion question, MetricRules rules) => Spans(question);

    internal static IEnumerable<KeyValuePair<string, object?>> Spans(MetricQuestion question) =>
    [
        new("follow", (long)RecoveryRules.Follow.TotalMilliseconds),
        new("latest", (long)RecoveryRules.Latest.TotalMilliseconds),
        new("said_from", question.From),
        new("said_to", question.To + RecoveryRules.Latest + RecoveryRules.Follow),
    ];
}
