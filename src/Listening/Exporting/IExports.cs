using Listening.Measuring;

namespace Listening.Exporting;

/// <summary>Makes the SELECT that a file is written from; it asks what the list on the screen asks.</summary>
public interface IExports
{
    /// <summary>Posts that a search finds, oldest first; the cursor and limit of a page do not count. Throws <see cref="MetricQuestionException"/>.</summary>
    ExportQuery Posts(PostQuestion question);

    /// <summary>The rows behind a metric's number, as many as its n, oldest first. Throws <see cref="MetricQuestionException"/>.</summary>
    Task<ExportQuery> RowsAsync(MetricQuestion question, CancellationToken cancellationToken);
}
