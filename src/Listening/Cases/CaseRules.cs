using Listening.Calendars;

namespace Listening.Cases;

/// <summary>What settings say of cases.</summary>
public sealed record CaseRules
{
    /// <summary>What customers are promised.</summary>
    public CurrentTargets Targets { get; init; } = new();

    /// <summary>How long before it is due a case is due soon.</summary>
    public TimeSpan Soon { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long before it is due a promise is shown as such.</summary>
    public TimeSpan PromiseSoon { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Older waits get no case: what was imported is history.</summary>
    public TimeSpan Young { get; init; } = TimeSpan.FromDays(14);
}
