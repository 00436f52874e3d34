namespace Listening.Cases.Ruling;

/// <summary>What a rule does to a case.</summary>
public sealed record CaseRuleActions
{
    /// <summary>Tags that it sets.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>To whom it gives a case that nobody has, as the audit log names them; empty for nobody.</summary>
    public IReadOnlyList<string> Assign { get; init; } = [];

    /// <summary>To whom of several.</summary>
    public AssignBy By { get; init; }

    /// <summary>The team that it gives the case to; null leaves it.</summary>
    public string? Team { get; init; }

    /// <summary>The least priority that the case has from then on, 1 to 100; 0 leaves it.</summary>
    public int Priority { get; init; }

    /// <summary>Whether it keeps the case out of the queues of those that need an answer.</summary>
    public bool Mute { get; init; }

    /// <summary>Whether it raises an alert.</summary>
    public bool Alert { get; init; }

    /// <summary>Whether it does nothing at all.</summary>
    public bool AreNone => Tags.Count == 0 && Assign.Count == 0 && Team is null && Priority == 0 && !Mute && !Alert;
}
