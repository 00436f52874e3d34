using Listening.Measuring;
using Listening.Metrics.Asking;

namespace Listening.Metrics.Waits;

/// <summary>What first answers do.</summary>
internal sealed class AnswerKind : Metric
{
    /// <inheritdoc/>
    public override MetricDefinition Definition { get; } = new(
        "answer_kind", "Kinds of answer",
        "First public human answers by what they do, told by the model of answer kinds where it is sure, else by their words. Moved to private: asks for a direct or private message. Link only: a link and at most "
        + "five words. Acknowledgement: thanks, apologises or promises to look, in at most twenty words without a figure or link. In public: "
        + "everything else. Words gone: the answer's text is no longer there.",
        "count", null, "episodes of our brands opened in the period and answered by the time looked at", ["answer_kind"]);

    /// <inheritdoc/>
    public override string Rows => "Waits/AnswerKinds";

    /// <inheritdoc/>
    public override string Shape => "Shapes/Count";

    /// <inheritdoc/>
    public override string? OwnGrouping => "answer_kind";
}
