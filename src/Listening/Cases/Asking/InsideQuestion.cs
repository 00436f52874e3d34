using Listening.Collecting;

namespace Listening.Cases.Asking;

/// <summary>A question about a case that was put to people inside, and their answer.</summary>
public sealed record InsideQuestion
{
    /// <summary>Its own key, the same with every try; a version 7 GUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required long CaseId { get; init; }

    /// <summary>The configured source it is put to.</summary>
    public required Guid Channel { get; init; }

    /// <summary>That source's name, which is also the source of its posts.</summary>
    public required string Source { get; init; }

    /// <summary>What is asked.</summary>
    public required string Text { get; init; }

    /// <summary>Who asks.</summary>
    public required string By { get; init; }

    /// <summary>Where they came from; null for the machine itself.</summary>
    public string? Address { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Where it is.</summary>
    public QuestionState State { get; init; }

    /// <summary>When it is sent, or an answer looked for, and while it is sent until when its sender has it; null when nothing is to be done any more.</summary>
    public required DateTimeOffset? Next { get; init; }

    /// <summary>How often that was tried.</summary>
    public int Tries { get; init; }

    /// <summary>Who sends it; null when nobody does.</summary>
    public string? Sender { get; init; }

    /// <summary>Why it was not taken, or must be put there by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>When it stood there.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The question's post there.</summary>
    public string? PostId { get; init; }

    /// <summary>Where a person can read it.</summary>
    public string? Url { get; init; }

    /// <summary>When it was answered there.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The answer's post there.</summary>
    public string? AnswerId { get; init; }

    /// <summary>What it says.</summary>
    public string? Answer { get; init; }

    /// <summary>Who says it, by handle.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Where a person can read it.</summary>
    public string? AnswerUrl { get; init; }

    /// <summary>A word that stands in the question, by which it is found again.</summary>
    public string Mark => $"ask-{Id.ToString("N")[^10..]}";

    /// <summary>The question's post; null before it is known.</summary>
    public PostId? Post => PostId is null ? null : new(Source, PostId);
}
