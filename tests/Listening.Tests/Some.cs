using Listening.Collecting;

namespace Listening.Tests;

/// <summary>Values that do not matter to the test at hand.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Instant = new(2026, 1, 5, 9, 12, 44, 120, TimeSpan.Zero);

    public static Post Post(string id = "1", string text = "Where is my train?", string source = "mastodon", string author = "ana",
        DateTimeOffset? at = null, string? inReplyTo = null, params string[] mentions) => new()
        {
            Identity = new(source, id),
            Author = new(author, author),
            Text = text,
            SourcePostedAt = at ?? Instant,
            InReplyTo = inReplyTo,
            Mentions = mentions,
        };
}
