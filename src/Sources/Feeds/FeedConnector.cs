using Listening.Collecting.Pulling;
using Listening.Sources.Http;

namespace Listening.Sources.Feeds;

/// <summary>Feeds: RSS 0.9 to 2.0, Atom, JSON Feed, and the App Store's customer reviews, which are a feed of their own kind.</summary>
public sealed class FeedConnector(OutgoingHttp http, TimeProvider time) : IConnector
{
    /// <summary>What a feed shows, whatever stands behind it.</summary>
    internal static SourceSight Seen { get; } = new(Replies: false, Edits: true, Deletions: false, Reach: false);

    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "feed",
        Title = "Feed (RSS, Atom, JSON Feed)",
        Summary = "Posts of a blog, forum, release page or of the App Store's reviews. A feed shows its newest items only, and tells neither answers nor deletions.",
        Account = AccountNeed.None,
        Sight = Seen,
        Settings = [new("address", "Address of the feed", SettingKind.Address, Required: true) { Hint = "https://example.com/feed.xml" }],
        Every = TimeSpan.FromMinutes(15),
        Shortest = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new FeedReader(http, time, settings.Name, settings.Address("address"));
    }
}
