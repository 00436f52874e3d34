using Listening.Collecting.Pulling;
using Listening.Sources.Feeds;
using Listening.Sources.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Sources;

/// <summary>Puts the connectors into a program.</summary>
public static class SourcesRegistration
{
    /// <summary>All connectors, over one way out that goes where <paramref name="rules"/> allow. A new connector joins by one line here.</summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services, OutgoingRules rules) => services
        .AddSingleton(provider => new OutgoingHttp(rules, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IConnector, FeedConnector>();
}
