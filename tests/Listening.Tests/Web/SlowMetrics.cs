using System.Collections.Concurrent;
using Listening.Measuring;

namespace Listening.Tests.Web;

/// <summary>Metrics that answer when they are let.</summary>
internal sealed class SlowMetrics : IMetrics
{
    private int asked;

    public TaskCompletionSource Let { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Asked => asked;

    public ConcurrentQueue<string> Zones { get; } = [];

    /// <summary>Thrown instead of an answer.</summary>
    public Exception? Fault { get; set; }

    public IReadOnlyList<MetricDefinition> Catalogue => [];

    public async Task<MetricAnswer> AnswerAsync(MetricQuestion question, CancellationToken cancellationToken) => (await AnswerAsync([question], cancellationToken))[0];

    public async Task<IReadOnlyList<MetricAnswer>> AnswerAsync(IReadOnlyList<MetricQuestion> questions, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        Zones.Enqueue(questions[0].Zone.Id);
        Begun.TrySetResult();
        if (Fault is not null) throw Fault;
        try
        {
            await Let.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Ended.TrySetResult();
            throw;
        }

        return [.. questions.Select(question => new MetricAnswer { Id = question.Metric, Unit = "count", AsOf = question.AsOf, Revision = 1 })];
    }

    public Task<MetricRows> RowsAsync(MetricQuestion question, string? cursor, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
}
