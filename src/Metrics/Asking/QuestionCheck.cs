using Listening.Measuring;

namespace Listening.Metrics.Asking;

/// <summary>Says what is wrong with a question before anything is read.</summary>
internal static class QuestionCheck
{
    /// <summary>The question with what it left to the metric filled in. Throws <see cref="MetricQuestionException"/>.</summary>
    public static MetricQuestion Checked(Metric metric, MetricQuestion question, MetricRules rules)
    {
        var definition = metric.Definition;
        if (question.From >= question.To) throw new MetricQuestionException("from", "The period is empty: 'from' must be earlier than 'to'.");
        if (question.By is { } by && !definition.Dimensions.Contains(by))
            throw new MetricQuestionException("by", definition.Dimensions.Count == 0
                ? $"'{definition.Id}' cannot be grouped."
                : $"'{definition.Id}' can be grouped by {string.Join(", ", definition.Dimensions)}, not by '{by}'.");
        question = question with { By = question.By ?? metric.OwnGrouping, Within = question.Within ?? rules.Within };
        if (question.Group is not null && question.By is null)
            throw new MetricQuestionException("group", "A group needs the dimension it is a value of. Example: by=source&group=mastodon");
        if (question.Within <= TimeSpan.Zero) throw new MetricQuestionException("within", "'within' must be longer than nothing. Example: within=1h");
        if (question.Interval != Interval.None && !metric.CutByTime)
            throw new MetricQuestionException("interval", $"'{definition.Id}' is not cut by time; ask it for shorter periods.");
        return question;
    }
}
