namespace Listening.Sources.Reddit;

/// <summary>One listing.</summary>
/// <param name="Name">The stream's name.</param>
/// <param name="Path">Path and query in the API.</param>
/// <param name="Feed">The same as a feed.</param>
/// <param name="Ordered">Its things are of one kind and stand by their ids.</param>
internal sealed record RedditListing(string Name, string Path, string? Feed, bool Ordered)
{
    public static IEnumerable<RedditListing> Forum(string name)
    {
        var forum = Uri.EscapeDataString(name.StartsWith("r/", StringComparison.Ordinal) ? name[2..] : name);
        yield return new($"new:{forum}", $"r/{forum}/new?limit=100", $"r/{forum}/new/.rss?limit=100", true);
        yield return new($"comments:{forum}", $"r/{forum}/comments?limit=100", $"r/{forum}/comments/.rss?limit=100", true);
    }

    public static RedditListing Search(string phrase)
    {
        var question = Uri.EscapeDataString($"\"{phrase.Replace("\"", "", StringComparison.Ordinal)}\"");
        return new($"search:{phrase}", $"search?q={question}&sort=new&type=link&limit=100", $"search.rss?q={question}&sort=new&limit=100", false);
    }

    public static RedditListing Account(string name) => new($"account:{name}", $"user/{Uri.EscapeDataString(name)}/overview?sort=new&limit=100", $"user/{Uri.EscapeDataString(name)}/.rss", false);

    public static RedditListing Mentions { get; } = new("mentions", "message/mentions?limit=100", null, true);
}
