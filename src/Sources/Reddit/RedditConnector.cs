using System.Collections.Concurrent;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Feeds;
using Listening.Sources.Http;

namespace Listening.Sources.Reddit;

/// <summary>Reddit: by its API with an app's credential, without one by its feeds (github.com/reddit-archive/reddit/wiki/API).</summary>
public sealed class RedditConnector(OutgoingHttp http, TimeProvider time) : IConnector
{
    private readonly ConcurrentDictionary<RedditApp, (string Token, DateTimeOffset Until)> tokens = new();

    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "reddit",
        Title = "Reddit",
        Summary = "Submissions that say a brand's name, and all of the subreddits you name. With an app's credential also answers, edits and deletions; comments elsewhere cannot be searched.",
        Account = AccountNeed.Free,
        Sight = new(Replies: true, Edits: true, Deletions: true, Reach: false),
        SightUnder = settings => settings.ContainsKey("client") ? new(Replies: true, Edits: true, Deletions: true, Reach: false) : FeedConnector.Seen,
        Settings =
        [
            new("subreddits", "Subreddits", SettingKind.Lines) { Hint = "One a line, without r/; their submissions and comments are read." },
            new("terms", "Words to search for", SettingKind.Lines) { Hint = "One phrase a line; the brands' watch terms when empty." },
            new("client", "Client id of your app") { Hint = "An app that Reddit has approved. Without it the feeds are read." },
            new("secret", "Secret of your app", SettingKind.Secret),
            new("user", "User name") { Hint = "Only to see mentions and to answer; the app must be of the kind 'script'." },
            new("password", "Password of the user", SettingKind.Secret),
            new("api", "Address of the API", SettingKind.Address) { Default = "https://oauth.reddit.com/" },
            new("site", "Address of the site", SettingKind.Address) { Default = "https://www.reddit.com/" },
        ],
        Replies = new(10_000, ReplyUnit.Characters),
        AsksForAllBrandsAlike = settings => new[] { "subreddits", "terms", "user" }.All(name => string.IsNullOrWhiteSpace(settings.GetValueOrDefault(name))),
        Every = TimeSpan.FromMinutes(5),
        Shortest = TimeSpan.FromMinutes(2),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (site, client) = (Address(settings, "site"), settings.Find("client"));
        var terms = settings.Lines("terms") is { Count: > 0 } given ? given : BrandSearches.Phrases(settings.Brands);
        List<RedditListing> listings =
        [
            .. settings.Lines("subreddits").SelectMany(RedditListing.Forum), .. terms.Select(RedditListing.Search),
            .. BrandSearches.Handles(settings.Brands, RedditPosts.Source).Select(RedditListing.Account),
        ];
        if (client is not null && settings.Find("user") is not null) listings.Insert(0, RedditListing.Mentions);
        listings = [.. listings.DistinctBy(listing => listing.Name)];
        if (listings.Count == 0) throw new SourceSettingsException("subreddits", "is missing, and there is nothing to search for");
        if (client is null) return new RedditFeeds(http, time, site, listings);
        var user = settings.Find("user");
        var access = new RedditAccess(http, time, new(Address(settings, "api"), site, client, settings.Text("secret"), user, user is null ? null : settings.Text("password")), tokens);
        return new RedditReader(access, new(access), listings);
    }

    private Uri Address(SourceSettings settings, string name) =>
        settings.Find(name) is null ? new(Declaration.Settings.Single(setting => setting.Name == name).Default!) : settings.Address(name);
}
