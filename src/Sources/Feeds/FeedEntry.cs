using Listening.Collecting;

namespace Listening.Sources.Feeds;

/// <summary>One item as its feed tells it, in whichever format.</summary>
internal sealed record FeedEntry
{
    /// <summary>The feed's own id; null when it gives none.</summary>
    public string? Id { get; init; }

    public Uri? Link { get; init; }

    /// <summary>HTML.</summary>
    public string Title { get; init; } = "";

    /// <summary>HTML, of the fullest kind the item has.</summary>
    public string Content { get; init; } = "";

    /// <summary>Where relative addresses of title and content begin.</summary>
    public Uri? Home { get; init; }

    public string? Author { get; init; }

    public string? AuthorId { get; init; }

    public DateTimeOffset? Posted { get; init; }

    public DateTimeOffset? Changed { get; init; }

    public string? Language { get; init; }

    public string? InReplyTo { get; init; }

    public long? Replies { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}
