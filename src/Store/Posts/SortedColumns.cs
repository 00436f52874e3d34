using Listening.Store.Engine;
using Listening.Store.Projecting;

namespace Listening.Store.Posts;

/// <summary>The columns <c>sorted_…</c> of <c>post_versions</c>: what models said of a version when it was stored.</summary>
internal static class SortedColumns
{
    /// <summary>Adds them; rows that nothing sorted have empty ones.</summary>
    public static NativeBlock AddSorted<TRow>(this NativeBlock block, IReadOnlyList<TRow> rows, Func<TRow, SortedLabels> labels) => block
        .Add("sorted_at", rows.Column(row => labels(row).At))
        .Add("sorted_tasks", rows.Column(row => (IReadOnlyList<string>)labels(row).Said.Column(said => said.Task)))
        .Add("sorted_values", rows.Column(row => (IReadOnlyList<string>)labels(row).Said.Column(said => said.Label.Value)))
        .Add("sorted_confidences", rows.Column(row => (IReadOnlyList<float>)labels(row).Said.Column(said => said.Label.Confidence)))
        .Add("sorted_models", rows.Column(row => (IReadOnlyList<string>)labels(row).Said.Column(said => said.Label.Model)));
}
