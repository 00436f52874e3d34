using Listening.Collecting;
using Listening.Conversations;

namespace Listening.Storing;

/// <summary>A post as it stands now, with what was derived about it.</summary>
public sealed record StoredPost
{
    /// <summary>Hash of the identity, as <see cref="Wait.Opener"/> and <see cref="Wait.ClosedBy"/> name it.</summary>
    public required UInt128 Key { get; init; }

    /// <summary>Source and id.</summary>
    public required PostId Identity { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Author Author { get; init; }

    /// <summary>What the author is to us.</summary>
    public required Party Party { get; init; }

    /// <summary>Registered brands it names; for a brand's account its brand too.</summary>
    public IReadOnlyList<string> Brands { get; init; } = [];

    /// <summary>The newest text; empty when deleted.</summary>
    public required string Text { get; init; }

    /// <summary>The instant the clock uses.</summary>
    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>Whether <see cref="PostedAt"/> differs from what the source said.</summary>
    public bool Clamped { get; init; }

    /// <summary>When its author last changed it.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When it was taken away.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Key of the post it answers, seen or not.</summary>
    public UInt128? Parent { get; init; }

    /// <summary>Public or internal.</summary>
    public Audience Audience { get; init; }

    /// <summary>ISO 639-1, where known.</summary>
    public string? Language { get; init; }

    /// <summary>Where a person can read it.</summary>
    public string? Url { get; init; }

    /// <summary>The alternative texts of its pictures, in the order in which they are asked for; empty where its author gave none, and where pictures are not told.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>Whether its author has an avatar to show.</summary>
    public bool HasAvatar { get; init; }

    /// <summary>
    /// Labels by task (<c>intent</c>, <c>sentiment</c>, <c>topic</c>, <c>use_case</c>, <c>answer_kind</c>), where something or somebody sorted it. <c>relevance</c> stands there of one post or
    /// conversation, where a post is <c>not_us</c>, <c>spam</c> or <c>excluded</c> by the brand's terms.
    /// </summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
