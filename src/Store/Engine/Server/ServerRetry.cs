using Polly;
using Polly.Retry;

namespace Listening.Store.Engine.Server;

/// <summary>Sends a statement again, a few times with growing pauses, where that changes nothing.</summary>
internal sealed class ServerRetry(TimeSpan delay)
{
    private const int Attempts = 3;
    private readonly ResiliencePipeline never = Build(delay, Reach.Nowhere);
    private readonly ResiliencePipeline always = Build(delay, Reach.Nowhere, Reach.TurnedAway, Reach.Unknown);

    /// <summary>For a statement that may not run twice, as EXCHANGE TABLES: again only when it surely did not run.</summary>
    internal Task<T> OnceAsync<T>(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken) => RunAsync(never, send, cancellationToken);

    /// <summary>For reads, and for inserts: the tables keep one of equal rows, and servers that deduplicate get the same token.</summary>
    internal Task<T> RepeatableAsync<T>(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken) => RunAsync(always, send, cancellationToken);

    private static async Task<T> RunAsync<T>(ResiliencePipeline pipeline, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await send(token), cancellationToken);
        }
        catch (UnansweredException exception)
        {
            throw exception.Reason;
        }
    }

    private static ResiliencePipeline Build(TimeSpan delay, params Reach[] again) => new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Attempts,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = delay,
            ShouldHandle = new PredicateBuilder().Handle<UnansweredException>(exception => again.Contains(exception.Reach)),
        })
        .Build();
}
