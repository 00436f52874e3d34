using Listening.Collecting.Pulling;
using Listening.Sources.Bluesky;
using Listening.Sources.Discourse;
using Listening.Sources.Feeds;
using Listening.Sources.Folder;
using Listening.Sources.HackerNews;
using Listening.Sources.Http;
using Listening.Sources.Mastodon;
using Listening.Sources.Mattermost;
using Listening.Sources.Pictures;
using Listening.Sources.Reddit;
using Listening.Sources.Slack;
using Listening.Sources.Webhook;
using Listening.Sources.X;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Sources;

/// <summary>Puts the connectors into a program.</summary>
public static class SourcesRegistration
{
    /// <summary>All connectors, over one way out that goes where <paramref name="rules"/> allow. A new connector joins by one line here.</summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services, OutgoingRules rules)
    {
        // Where nobody says which directory, no folder is watched.
        services.TryAddSingleton(new FolderRoot(null));
        return services
            .AddSingleton(provider => new OutgoingHttp(rules, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => provider.GetRequiredService<OutgoingHttp>().Rates)
            .AddSingleton<RemotePictures>()
            .AddSingleton<IConnector, FeedConnector>()
            .AddSingleton<IConnector, HackerNewsConnector>()
            .AddSingleton<IConnector, MastodonConnector>()
            .AddSingleton<IConnector, BlueskyConnector>()
            .AddSingleton<IConnector, DiscourseConnector>()
            .AddSingleton<IConnector, RedditConnector>()
            .AddSingleton<IConnector, MattermostConnector>()
            .AddSingleton<IConnector, SlackConnector>()
            .AddSingleton<IConnector, WebhookConnector>()
            .AddSingleton<IConnector, FolderConnector>()
            .AddSingleton<IConnector, XConnector>();
    }
}
