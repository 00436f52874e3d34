namespace Listening.Measuring;

/// <summary>Answers questions about the facts.</summary>
public interface IMetrics
{
    /// <summary>Every metric there is.</summary>
    IReadOnlyList<MetricDefinition> Catalogue { get; }

    /// <summary>The number. Throws <see cref="MetricQuestionException"/> when the question cannot be asked.</summary>
    Task<MetricAnswer> AnswerAsync(MetricQuestion question, CancellationToken cancellationToken);

    /// <summary>
    /// The numbers in the order of the questions; those that are made from the same rows read them once. Each is of one revision; two may be of two
    /// when the facts moved between them. Throws <see cref="MetricQuestionException"/> when one cannot be asked.
    /// </summary>
    Task<IReadOnlyList<MetricAnswer>> AnswerAsync(IReadOnlyList<MetricQuestion> questions, CancellationToken cancellationToken);

    /// <summary>The rows behind the number, newest first, at most <paramref name="limit"/> a page.</summary>
    Task<MetricRows> RowsAsync(MetricQuestion question, string? cursor, int limit, CancellationToken cancellationToken);
}
