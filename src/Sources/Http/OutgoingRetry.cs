using System.Net;
using Listening.Collecting.Pulling;
using Polly;
using Polly.Retry;

namespace Listening.Sources.Http;

/// <summary>When a request is sent again at once: nobody answered, or a server said that it cannot just now. A longer trouble is the schedule's.</summary>
internal static class OutgoingRetry
{
    // How long a source may ask to be left alone for a request to wait it out.
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(3);

    public static ResiliencePipeline<OutgoingAnswer> Pipeline(OutgoingLimits limits, TimeProvider time)
    {
        if (limits.Retries == 0) return ResiliencePipeline<OutgoingAnswer>.Empty;
        var chance = new Random(time.GetUtcNow().Millisecond);
        return new ResiliencePipelineBuilder<OutgoingAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<OutgoingAnswer>
            {
                MaxRetryAttempts = limits.Retries,
                Delay = limits.FirstWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = () =>
                {
                    lock (chance) return chance.NextDouble();
                },
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(arguments.Outcome.Result?.Failure?.NotBefore - time.GetUtcNow()),
                ShouldHandle = arguments => new ValueTask<bool>(arguments.Outcome.Result is { } answer && MayPass(answer, time.GetUtcNow())),
            })
            .Build();
    }

    private static bool MayPass(OutgoingAnswer answer, DateTimeOffset now) => answer.Failure is { } failure
        && (failure.NotBefore is not { } until || until - now <= Bearable)
        && (failure.Kind == FailureKind.Unreachable && answer.Status is not (HttpStatusCode.NotImplemented or HttpStatusCode.InternalServerError)
            || (failure.Kind == FailureKind.RateLimited && failure.NotBefore is not null));
}
