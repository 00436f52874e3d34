using Listening.Brands;
using Listening.Calendars;
using Listening.Cases;
using Listening.Collecting.Following;
using Listening.Conversations;
using Listening.Store.Projecting;
using Listening.Store.Reading;
using Listening.Storing;
using Listening.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Store;

/// <summary>Puts an open store into a program.</summary>
public static class StoreRegistration
{
    /// <summary>
    /// Everything that stores, projects and reads; the program closes the store when it ends. Needs a <see cref="CurrentRegistry"/> and <see cref="ClockRules"/>
    /// in the container. Open the store first, with <see cref="StoreRoom.OpenAsync(StoreOptions, TimeProvider, CancellationToken)"/>.
    /// </summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreRoom store) => services
        // A factory, so that the container disposes it.
        .AddSingleton(_ => store)
        .AddSingleton<IPostStore>(provider => new MeasuredPostStore(provider.GetRequiredService<StoreRoom>().Posts, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<ILabelStore>(provider => provider.GetRequiredService<StoreRoom>().Posts)
        .AddSingleton<ICaseEventStore>(provider => provider.GetRequiredService<StoreRoom>().CaseEvents)
        .AddSingleton<IFactReader>(provider => provider.GetRequiredService<StoreRoom>().Facts)
        .AddSingleton<IFactFiles>(provider => provider.GetRequiredService<StoreRoom>().Files)
        .AddSingleton<IStoredTexts>(provider => provider.GetRequiredService<StoreRoom>().Texts)
        .AddSingleton<ICorrections>(provider => provider.GetRequiredService<StoreRoom>().Texts)
        .AddSingleton<IStoreOptimizer>(provider => provider.GetRequiredService<StoreRoom>().Optimizer)
        .AddSingleton<IConversationReader>(provider => provider.GetRequiredService<StoreRoom>().Conversations)
        .AddSingleton<IOpenConversations, OpenConversations>()
        .AddSingleton<IStoredPosts>(provider => provider.GetRequiredService<StoreRoom>().Stored)
        .AddSingleton(provider => provider.GetRequiredService<StoreRoom>().Projector(
            provider.GetRequiredService<CurrentRegistry>(), provider.GetRequiredService<ClockRules>(), provider.GetService<IProjectorLease>(),
            cases: provider.GetService<ICaseBoard>(), targets: provider.GetService<CurrentTargets>()))
        .AddSingleton<IFactProjector>(provider => new MeasuredProjector(provider.GetRequiredService<FactProjector>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => provider.GetRequiredService<StoreRoom>()
            .Preview(provider.GetRequiredService<FactProjector>(), provider.GetRequiredService<ClockRules>(), provider.GetService<CurrentTargets>()))
        .AddSingleton<IPostRedactor>(provider => provider.GetRequiredService<StoreRoom>()
            .Redactor(provider.GetRequiredService<CurrentRegistry>(), provider.GetRequiredService<IFactProjector>()));
}
