using Listening.Classifying;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>What models said of a version when it was stored, by task.</summary>
/// <param name="At">When.</param>
/// <param name="Said">Task and what was said.</param>
internal sealed record SortedLabels(DateTimeOffset At, IReadOnlyList<(string Task, SaidLabel Label)> Said)
{
    /// <summary>Of a version that nothing sorted.</summary>
    public static readonly SortedLabels None = new(DateTimeOffset.UnixEpoch, []);

    /// <summary>Of a post that is being stored.</summary>
    public static SortedLabels Of(IReadOnlyList<PostLabel>? labels) => labels is { Count: > 0 }
        ? new(labels[0].At, [.. labels.Select(label => (label.Task, new SaidLabel(label.Value, label.ByPerson, label.At, label.Confidence, label.Model)))])
        : None;

    /// <summary>From the columns <c>sorted_…</c>.</summary>
    public static SortedLabels Of(FactRow row)
    {
        var tasks = row.Get<object?[]>("sorted_tasks");
        if (tasks.Length == 0) return None;
        var (at, values) = (row.Get<DateTimeOffset>("sorted_at"), row.Get<object?[]>("sorted_values"));
        var (confidences, models) = (row.Get<object?[]>("sorted_confidences"), row.Get<object?[]>("sorted_models"));
        var said = new (string, SaidLabel)[tasks.Length];
        for (var i = 0; i < said.Length; i++)
            said[i] = ((string)tasks[i]!, new((string)values[i]!, ByPerson: false, at, (float)(double)confidences[i]!, (string)models[i]!));
        return new(at, said);
    }
}
