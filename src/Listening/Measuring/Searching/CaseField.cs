namespace Listening.Measuring.Searching;

/// <summary>Fields of a case that have a value to be compared with.</summary>
public enum CaseField
{
    /// <summary>Who has it; <c>me</c> is who asks, <c>nobody</c> nobody.</summary>
    Assignee,

    /// <summary>The team that has it; <c>none</c> is no team.</summary>
    Team,

    /// <summary>A tag on it.</summary>
    Tag,

    /// <summary>Where the work is: <c>open</c>, <c>snoozed</c>, <c>resolved</c>, <c>waiting</c>, <c>answered</c>, <c>muted</c>.</summary>
    State,

    /// <summary>The queue it stands in, as addresses name it.</summary>
    View,

    /// <summary>How it ended, in snake case.</summary>
    Outcome,

    /// <summary>What it has: <c>competitor-reply</c>, <c>note</c>, <c>tag</c>.</summary>
    Has,
}
