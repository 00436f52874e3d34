using Listening.Exporting;
using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Metrics.Searching;

namespace Listening.Metrics.Exporting;

/// <summary>The SELECTs of files: posts from the same predicate as the search, rows from the same cohort as the number.</summary>
internal sealed class Exports(Metrics metrics) : IExports
{
    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A file of years is written as fast as somebody takes it.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private static readonly string[] OfPosts =
    [
        "source", "id", "posted_at", "author", "handle", "author_name", "followers", "party", "brands", "text", "language", "audience", "channel", "url", "reply", "repost", "intent", "sentiment",
        "topic", "use_case", "answer_kind", "first_seen", "edited_at", "deleted_at",
    ];

    private static readonly string[] OfRows = ["kind", "source", "id", "handle", "brand", "at", "seconds", "state", "hit", "text", "url"];

    /// <inheritdoc/>
    public ExportQuery Posts(PostQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var asked = AskedPosts.Of(question);
        var values = new Dictionary<string, object?>(asked.Values) { ["from"] = question.From ?? Earliest, ["to"] = question.To ?? Latest };
        return new(new(SqlText.With(SqlText.File("Exporting/Posts"), asked.Pieces), values, Limit), OfPosts);
    }

    /// <inheritdoc/>
    public async Task<ExportQuery> RowsAsync(MetricQuestion question, CancellationToken cancellationToken)
    {
        var (cohort, silent) = await metrics.CohortAsync(question, cancellationToken);
        var timed = cohort.Metric.Definition.Unit == "seconds" || cohort.Metric.Subject != Subject.Posts;
        var query = cohort.Query("Exporting/Rows", ("has_rows", !silent));
        return new(query with { Sql = SqlText.With(query.Sql, ("timed", timed ? "true" : "false")), Limit = Limit }, OfRows);
    }
}
