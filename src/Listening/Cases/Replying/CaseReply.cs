using Listening.Collecting;
using Listening.Collecting.Replying;

namespace Listening.Cases.Replying;

/// <summary>An answer to a case, from when it was written until its source gave it back.</summary>
public sealed record CaseReply
{
    /// <summary>Its own key, the same with every try; a version 7 GUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>The configured source by which it goes.</summary>
    public required Guid Channel { get; init; }

    /// <summary>The source of the post that it answers.</summary>
    public required string Source { get; init; }

    /// <summary>That post's id there.</summary>
    public required string Parent { get; init; }

    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>ISO 639-1, where it is known.</summary>
    public string? Language { get; init; }

    /// <summary>What it does, when who wrote it said so: a label of <c>answer_kind</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether the case is resolved as answered publicly once it is sent.</summary>
    public bool Resolve { get; init; }

    /// <summary>Who wrote it: it is credited to them, whoever has the case.</summary>
    public required string By { get; init; }

    /// <summary>Where they came from; null for the machine itself.</summary>
    public string? Address { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Who approved it, or gave it back; null where it went out without.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Its writer's words, where who approved it changed them; null where they are <see cref="Text"/>.</summary>
    public string? Original { get; init; }

    /// <summary>The thread as its writer saw it, or who approved it; null when it goes out whatever came in since.</summary>
    public string? Thread { get; init; }

    /// <summary>Where it is.</summary>
    public ReplyState State { get; init; }

    /// <summary>When it is sent, tried again or looked for, and while it is sent until when its sender has it; null when nothing is to be done any more.</summary>
    public required DateTimeOffset? Next { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }

    /// <summary>Who sends it; null when nobody does.</summary>
    public string? Sender { get; init; }

    /// <summary>Why it was refused, could not be sent or was given back.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was known to be there.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The sent post's source.</summary>
    public string? SentSource { get; init; }

    /// <summary>The sent post's id there.</summary>
    public string? SentId { get; init; }

    /// <summary>Where a person can read it.</summary>
    public string? Url { get; init; }

    /// <summary>When its source had given it back.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>How often it was looked for.</summary>
    public int Looks { get; init; }

    /// <summary>The sent post; null before it is sent.</summary>
    public PostId? Post => SentSource is null || SentId is null ? null : new(SentSource, SentId);

    /// <summary>As its channel takes it.</summary>
    public ReplyDraft Draft => new(Id, new PostId(Source, Parent), Text, Language);
}
