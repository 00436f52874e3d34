using Listening.Calendars;

namespace Listening.Web.Calendars;

/// <summary>Calendars and targets in use.</summary>
public sealed record TargetsView
{
    /// <summary>The version's number; 0 as long as nothing was set.</summary>
    public required int Version { get; init; }

    /// <summary>When it was set; null as long as nothing was.</summary>
    public required DateTimeOffset? At { get; init; }

    /// <summary>From when on it is in force.</summary>
    public required DateTimeOffset? From { get; init; }

    /// <summary>Who set it; empty as long as nobody did.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, in their words.</summary>
    public required string Note { get; init; }

    /// <summary>Calendars; the first measures where a target names none.</summary>
    public required IReadOnlyList<WorkingCalendar> Calendars { get; init; }

    /// <summary>Targets; the first that fits counts.</summary>
    public required IReadOnlyList<AnswerTarget> Targets { get; init; }

    /// <summary>What counts where no target fits.</summary>
    public required IReadOnlyList<AnswerTarget> Defaults { get; init; }
}
