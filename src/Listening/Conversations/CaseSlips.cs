namespace Listening.Conversations;

/// <summary>Leaves out what agents took back at once, so that no figure counts a slip of the hand.</summary>
internal static class CaseSlips
{
    /// <summary>The events without each <see cref="CaseEventKind.Undone"/> and the resolve of the same customer that it takes back, the last one before it.</summary>
    public static IReadOnlyList<CaseEvent> Without(IReadOnlyList<CaseEvent> events)
    {
        if (!events.Any(act => act.Kind == CaseEventKind.Undone)) return events;
        var standing = new List<CaseEvent>(events.Count);
        foreach (var act in events.OrderBy(act => act.At).ThenBy(act => act.Kind))
            if (act.Kind != CaseEventKind.Undone) standing.Add(act);
            else if (standing.FindLastIndex(other => other.Brand == act.Brand && other.Author == act.Author && IsResolve(other.Kind)) is >= 0 and var slip) standing.RemoveAt(slip);
        return standing;
    }

    private static bool IsResolve(CaseEventKind kind) => kind is CaseEventKind.Resolved or CaseEventKind.NoAnswerNeeded or CaseEventKind.NotUs or CaseEventKind.Spam;
}
