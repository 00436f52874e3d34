namespace Listening.Sources.Mastodon;

/// <summary>One listing of a server.</summary>
/// <param name="Name">The stream's name.</param>
/// <param name="Path">Path and query, without where it begins; of an account, what stands behind its id.</param>
internal sealed record MastodonListing(string Name, string Path)
{
    /// <summary>The account whose posts these are, by its full handle.</summary>
    public string? Account { get; init; }

    /// <summary>Its entries are notifications, each with a status that names us.</summary>
    public bool Notifications { get; init; }

    /// <summary>Where the same is told as it happens; null where it is not.</summary>
    public string? Streaming { get; init; }

    public static MastodonListing Tag(string tag) => new($"tag:{tag.ToLowerInvariant()}", $"api/v1/timelines/tag/{Uri.EscapeDataString(tag)}?limit=40")
    {
        Streaming = $"api/v1/streaming/hashtag?tag={Uri.EscapeDataString(tag)}",
    };

    public static MastodonListing Posts(string account) => new($"account:{account.ToLowerInvariant()}", "statuses?exclude_reblogs=true&limit=40") { Account = account };

    public static MastodonListing Mentions { get; } = new("mentions", "api/v1/notifications?types[]=mention&limit=80")
    {
        Notifications = true,
        Streaming = "api/v1/streaming/user/notification",
    };
}
