using System.Text.Json.Serialization;

namespace Listening.Cases;

/// <summary>The work on one customer who waits for one of our brands in one conversation, over all episodes.</summary>
public sealed record Case
{
    // A hundred points are a day: who names a lawyer now stands before who is late since last night, and nobody waits more than a day longer for it.
    private static readonly TimeSpan HeadStart = TimeSpan.FromDays(0.01);

    /// <summary>Its number; 0 before it is kept.</summary>
    public long Id { get; init; }

    /// <summary>The brand waited for.</summary>
    public required string Brand { get; init; }

    /// <summary>The author's id.</summary>
    public required string Author { get; init; }

    /// <summary>The conversation as it is now; it changes when two turn out to be one.</summary>
    public required UInt128 Conversation { get; init; }

    /// <summary>The post that opened the first wait: it stays, wherever the conversation goes.</summary>
    public required UInt128 Root { get; init; }

    /// <summary>The post that opened the latest wait.</summary>
    public required UInt128 Post { get; init; }

    /// <summary>That post's source.</summary>
    public required string Source { get; init; }

    /// <summary>That post's id there.</summary>
    public required string PostId { get; init; }

    /// <summary>The author's handle.</summary>
    public required string Handle { get; init; }

    /// <summary>The author's name; empty when unknown.</summary>
    public string Name { get; init; } = "";

    /// <summary>The author's followers; null when unknown.</summary>
    public long? Followers { get; init; }

    /// <summary>The beginning of that post's text.</summary>
    public required string Snippet { get; init; }

    /// <summary>Its language; empty when unknown.</summary>
    public string Language { get; init; } = "";

    /// <summary>What it is; empty until something sorts.</summary>
    public string Intent { get; init; } = "";

    /// <summary>Its tone; empty until something sorts.</summary>
    public string Sentiment { get; init; } = "";

    /// <summary>What it is about; empty until something sorts.</summary>
    public string Topic { get; init; } = "";

    /// <summary>When the latest wait began.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it should be answered.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The latest wait is not the first of its episode: it is due as later answers are.</summary>
    [JsonIgnore]
    public bool Later { get; init; }

    /// <summary>The customer waits in public: no answer is seen, the posts stand, and it counts.</summary>
    public bool Waiting { get; init; }

    /// <summary>Our public answer to the latest wait.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The competitor that answered first; empty when none has.</summary>
    public string Rival { get; init; } = "";

    /// <summary>When it did.</summary>
    public DateTimeOffset? RivalAt { get; init; }

    /// <summary>From 1; one more with every return after a resolve.</summary>
    public int Episode { get; init; } = 1;

    /// <summary>Who has it, as the audit log names them; null when nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>The team that has it; null when none.</summary>
    public string? Team { get; init; }

    /// <summary>What was promised to the customer and is not kept yet; null when nothing.</summary>
    public string? Promise { get; init; }

    /// <summary>Until when it was promised; null without a promise.</summary>
    public DateTimeOffset? PromiseDue { get; init; }

    /// <summary>Until when it is put off; an instant that has passed puts nothing off.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>When it was called done; null while it is not.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>How it ended; null while it has not.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>Why, for <see cref="CaseOutcome.NoAnswerNeeded"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>The case that it is one with, for <see cref="CaseOutcome.Merged"/>; null otherwise.</summary>
    public long? MergedInto { get; init; }

    /// <summary>How much it matters, 0 to 100; what it is made of is in <see cref="Reasons"/>.</summary>
    public int Priority { get; init; }

    /// <summary>Why it has its priority, in words, a line each; empty when nothing speaks for it.</summary>
    [JsonIgnore]
    public string Reasons { get; init; } = "";

    /// <summary>The least priority that a rule gives it; 0 when none does.</summary>
    public int Floor { get; init; }

    /// <summary>The name of the rule that gives it; empty when none does.</summary>
    public string FloorBy { get; init; } = "";

    /// <summary>A rule keeps it out of the queues of those that need an answer.</summary>
    public bool Muted { get; init; }

    /// <summary>The first case of the outbreak it belongs to, which may be itself; null when it is alone.</summary>
    public long? Outbreak { get; init; }

    /// <summary>By what queues are ordered: when it is due, earlier by up to a day the more it matters. Set whenever a case is written.</summary>
    [JsonIgnore]
    public DateTimeOffset Rank { get; init; }

    /// <summary>When it last changed; every change is later than the one before.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Grows over all cases with everything that is written of one: who knows a revision can ask for what came after.</summary>
    public long Revision { get; init; }

    /// <summary>The same case with its <see cref="Rank"/>: a priority of 100 counts as being due a day earlier.</summary>
    public Case Ranked() => this with { Rank = Due - (Priority * HeadStart) };

    /// <summary>Where the work is at <paramref name="now"/>.</summary>
    public CaseStatus StatusAt(DateTimeOffset now) => ResolvedAt is not null ? CaseStatus.Resolved : SnoozedUntil > now ? CaseStatus.Snoozed : CaseStatus.Open;
}
