using Listening.Classifying;

namespace Listening.Web.Reading;

/// <summary>What was said of a post in one task, and why.</summary>
/// <param name="Task">The task.</param>
/// <param name="Value">The label.</param>
/// <param name="ByPerson">A person said so.</param>
/// <param name="At">When.</param>
/// <param name="Confidence">Calibrated, 0 to 1.</param>
/// <param name="Model">The model's version, or who the person is.</param>
/// <param name="Why">The pieces that moved the decision; null where a person decided, or a model that is not the one in use, or the words are gone.</param>
public sealed record LabelView(string Task, string Value, bool ByPerson, DateTimeOffset At, float Confidence, string Model, IReadOnlyList<MovingPiece>? Why)
{
    /// <summary>The labels of a post with the reasons that the models in use give for its text.</summary>
    public static IReadOnlyList<LabelView> Of(IReadOnlyList<PostLabel> labels, string text, ITextExplainer? explainer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var answers = explainer is null || text.Length == 0 || labels.Count == 0 ? [] : explainer.Explain([text], cancellationToken)[0];
        return [.. labels.Select(label => new LabelView(label.Task, label.Value, label.ByPerson, label.At, label.Confidence, label.Model, WhyOf(label, answers)))];
    }

    private static IReadOnlyList<MovingPiece>? WhyOf(PostLabel label, IReadOnlyList<TaskAnswer> answers)
    {
        // Whether it asks for an answer is the intent's model's word too.
        var task = label.Task == LabelTasks.NeedsAnswer ? LabelTasks.Intent : label.Task;
        return label.ByPerson ? null : answers.FirstOrDefault(answer => answer.Task == task && answer.Model == label.Model)?.Why;
    }
}
