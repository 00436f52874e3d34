using System.Threading.Channels;
using Listening.Collecting;
using Listening.Sources.Simulated;
using Listening.Storing;

namespace Listening.Web.Demo;

/// <summary>The simulated customers who have been answered and answer back in a moment.</summary>
public sealed partial class DemoCustomers(DemoReplies replies, TimeProvider time, ILogger<DemoCustomers> logger) : BackgroundService
{
    private const int AtOnce = 100;
    private readonly Channel<(StoredPost Asked, Post Reply, DateTimeOffset Due)> waiting =
        Channel.CreateBounded<(StoredPost, Post, DateTimeOffset)>(new BoundedChannelOptions(AtOnce) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>This customer will answer; when a hundred are to, one more does not.</summary>
    public void Expect(StoredPost asked, Post reply) => waiting.Writer.TryWrite((asked, reply, time.GetUtcNow() + DemoReplies.Pause));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (asked, reply, due) in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (due - time.GetUtcNow() is { } rest && rest > TimeSpan.Zero) await Task.Delay(rest, time, stoppingToken);
            try
            {
                await replies.AnswerAsync(asked, reply, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One customer who says nothing is no reason for the others to fall silent.
                LogSilent(logger, exception);
            }
        }
    }

    [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "A simulated customer could not answer")]
    private static partial void LogSilent(ILogger logger, Exception exception);
}
