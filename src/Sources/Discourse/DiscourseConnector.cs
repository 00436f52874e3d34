using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Feeds;
using Listening.Sources.Http;

namespace Listening.Sources.Discourse;

/// <summary>A forum of Discourse: with a key by its API, without one by the feed of its newest posts.</summary>
public sealed class DiscourseConnector(OutgoingHttp http, TimeProvider time) : IConnector
{
    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "discourse",
        Title = "Discourse",
        Summary = "All public posts of a forum. With a key it tells whom a post answers, edits and deletions, and answers can be sent; without one it is a feed of the newest posts alone.",
        Account = AccountNeed.Free,
        Sight = new(Replies: true, Edits: true, Deletions: true, Reach: false),
        SightUnder = settings => settings.ContainsKey("key") ? new(Replies: true, Edits: true, Deletions: true, Reach: false) : FeedConnector.Seen,
        Settings =
        [
            new("forum", "Address of the forum", SettingKind.Address, Required: true) { Hint = "https://community.example.com" },
            new("key", "API key", SettingKind.Secret) { Hint = "Of the forum's administration, for one user. Without it the feed is read." },
            new("user", "User of the key") { Hint = "Its answers are written in this name." },
        ],
        Replies = new(32_000, ReplyUnit.Characters),
        Every = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var given = settings.Address("forum");
        var forum = given.AbsolutePath.EndsWith('/') ? given : new Uri(given.AbsoluteUri + "/");
        var posts = new DiscoursePosts(settings.Name, forum);
        if (settings.Find("key") is not { } key) return new RenamedFeed(new FeedReader(http, time, settings.Name, new(forum, "posts.rss")), posts.OfFeed);
        var api = new DiscourseForum(http, time, forum, key, settings.Text("user"));
        return new DiscourseReader(api, posts, new(api, settings.Name));
    }
}
