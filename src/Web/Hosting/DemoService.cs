using Listening.Measuring;
using Listening.Sources.Simulated;
using Listening.Web.Demo;

namespace Listening.Web.Hosting;

/// <summary>Lets the simulated world happen: its history first, then post after post.</summary>
public sealed class DemoService(DemoFeed feed, IPostSearch search, DemoDesk desk, DemoReady ready) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Of the largest source, so that what somebody else has sent to this server hides no gap.
            var newest = await search.SearchAsync(new PostQuestion { Filter = $"source:{SimulatedWorld.Sources[0]}", Limit = 1 }, stoppingToken);
            var last = newest.Items.Select(post => (DateTimeOffset?)post.PostedAt).FirstOrDefault();
            await feed.RunAsync(
                last,
                async brought =>
                {
                    if (last is null) await desk.ArrangeAsync(stoppingToken);
                    ready.Tell(brought);
                },
                stoppingToken);
        }
        catch (Exception exception)
        {
            ready.Fail(exception);
            throw;
        }
    }
}
