using Listening.Brands;
using Listening.Calendars;
using Listening.Conversations;
using Listening.Metrics;
using Listening.Store;
using Listening.Storing;

namespace Listening.Web.Hosting;

/// <summary>The way of a post through the house, the same for a server and for a command that opens the store by itself.</summary>
public static class CoreRegistration
{
    /// <summary>From a batch to facts and metrics, over an open store and as long as its disk has room.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, StoreRoom store, CurrentRegistry registry, ClockRules rules, CurrentTargets targets, DiskSpace disk) => services
        .AddSingleton(disk)
        .AddSingleton(registry)
        .AddSingleton(rules)
        .AddSingleton(targets)
        .AddStore(store)
        .AddSingleton<Revisions>()
        .AddSingleton(provider => new CommitGroups(new PostStoreWithRoom(provider.GetRequiredService<IPostStore>(), disk)))
        .AddSingleton<ProjectingLoop>()
        .AddSingleton<CollectingPipeline>()
        .AddListeningMetrics();
}
