using Listening.Cases;
using Listening.Conversations;

namespace Listening.Desk.Cases;

/// <summary>A line of a case's history, written with the change itself; also the outbox of what the clock hears.</summary>
public sealed record CaseEventRow
{
    /// <summary>Grows with every line.</summary>
    public long Id { get; init; }

    /// <summary>The event's own key, by which the truth knows it again.</summary>
    public required Guid Event { get; init; }

    /// <summary>The case it happened to.</summary>
    public required long CaseId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>Where they came from; null for the machine itself.</summary>
    public string? Address { get; init; }

    /// <summary>What was done.</summary>
    public required CaseAction Action { get; init; }

    /// <summary>What there is to say of it.</summary>
    public string? Detail { get; init; }

    /// <summary>What the clock hears; null when nothing.</summary>
    public CaseEventKind? Heard { get; init; }

    /// <summary>Why, for the clock.</summary>
    public string? Reason { get; init; }

    /// <summary>The post it is about: the answer that went out, the question that was put inside, what was answered there.</summary>
    public UInt128? About { get; init; }

    /// <summary>When it was told to the truth; null while it has to be.</summary>
    public DateTimeOffset? Delivered { get; init; }
}
