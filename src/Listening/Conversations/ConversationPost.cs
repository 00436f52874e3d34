using Listening.Classifying;

namespace Listening.Conversations;

/// <summary>One post as the clock sees it: who wrote it, to whom, when, and which brands it names.</summary>
public sealed record ConversationPost
{
    /// <summary>Hash of the identity; unique within the conversation.</summary>
    public required UInt128 Post { get; init; }

    /// <summary>The instant the clock uses.</summary>
    public required DateTimeOffset PostedAt { get; init; }

    /// <summary>When it was taken away; absent when it stands.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The post it answers, seen or not; absent for a root.</summary>
    public UInt128? Parent { get; init; }

    /// <summary>The author's stable id within the source.</summary>
    public required string Author { get; init; }

    /// <summary>The author's handle, by which others mention them.</summary>
    public required string Handle { get; init; }

    /// <summary>What the author is to us.</summary>
    public required Party Party { get; init; }

    /// <summary>The brand whose account wrote it (own and competitor), else absent.</summary>
    public string? Account { get; init; }

    /// <summary>Registered brands it names by handle, alias or watch term.</summary>
    public IReadOnlyList<string> Brands { get; init; } = [];

    /// <summary>Handles it mentions, without <c>@</c>; compared without case.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Repeats another post unchanged: neither a reply nor a complaint of its own.</summary>
    public bool Repost { get; init; }

    /// <summary>Whether it is about us.</summary>
    public Relevance Relevance { get; init; }

    /// <summary>What it is to the brand; absent when nothing has sorted it yet, and then it counts as one that needs an answer.</summary>
    public Intent? Intent { get; init; }

    /// <summary>
    /// Whether it asks for an answer at the recall point of complaint or question (<see cref="ClockRules.OpensFrom"/>); absent: <see cref="Intent"/> decides.
    /// </summary>
    public bool? NeedsAnswer { get; init; }
}
