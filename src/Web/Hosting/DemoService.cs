using Listening.Measuring;
using Listening.Sources.Simulated;

namespace Listening.Web.Hosting;

/// <summary>Lets the simulated world happen: its history first, then post after post.</summary>
public sealed class DemoService(DemoFeed feed, IPostSearch search, DemoReady ready) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var newest = await search.SearchAsync(new PostQuestion { Limit = 1 }, stoppingToken);
            await feed.RunAsync(newest.Items.Select(post => (DateTimeOffset?)post.PostedAt).FirstOrDefault(), ready.Tell, stoppingToken);
        }
        catch (Exception exception)
        {
            ready.Fail(exception);
            throw;
        }
    }
}
