namespace Listening.Collecting;

/// <summary>One micropost as its source tells it: one short message by one author at one instant. All instants are UTC with milliseconds.</summary>
public sealed record Post
{
    /// <summary>Source and the source's id; a later version of the same identity replaces this one.</summary>
    public required PostId Identity { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Author Author { get; init; }

    /// <summary>Plain text, at most 64 KiB of UTF-8.</summary>
    public required string Text { get; init; }

    /// <summary>The source's own mark-up, never shown unescaped.</summary>
    public string? Html { get; init; }

    /// <summary>The instant the source gives, believed or not (see <see cref="PostedInstant"/>).</summary>
    public required DateTimeOffset SourcePostedAt { get; init; }

    /// <summary>When its author last changed it.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When it was taken away.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Id, in the same source, of the post this one answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Id, in the same source, of the post this one quotes.</summary>
    public string? QuoteOf { get; init; }

    /// <summary>Id, in the same source, of the post this one repeats unchanged.</summary>
    public string? RepostOf { get; init; }

    /// <summary>The source's own id of the conversation's root, where it gives one.</summary>
    public string? Conversation { get; init; }

    /// <summary>Public or internal.</summary>
    public Audience Audience { get; init; }

    /// <summary>Channel, group or forum.</summary>
    public string? Channel { get; init; }

    /// <summary>ISO 639-1 as the source says, often wrong.</summary>
    public string? Language { get; init; }

    /// <summary>Where a person can read it.</summary>
    public string? Url { get; init; }

    /// <summary>Handles it mentions, without <c>@</c>.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Hashtags, without <c>#</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Pictures, films, cards.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>What the source counted.</summary>
    public PostCounts Counts { get; init; } = new();
}
