using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>One change of several cases.</summary>
/// <param name="Items">1 to 200 cases, each once, each with the version that was seen.</param>
/// <param name="Action">What to do.</param>
/// <param name="Assignee">For <c>assign</c>.</param>
/// <param name="Team">For <c>team</c>.</param>
/// <param name="Until">For <c>snooze</c>.</param>
/// <param name="Outcome">For <c>resolve</c>.</param>
/// <param name="Reason">For <c>resolve</c> with <c>no_answer_needed</c>.</param>
/// <param name="Add">For <c>tags</c>.</param>
/// <param name="Remove">For <c>tags</c>.</param>
public sealed record BulkRequest(
    IReadOnlyList<CaseSeen>? Items, BulkAction? Action, string? Assignee, string? Team, DateTimeOffset? Until, CaseOutcome? Outcome, string? Reason,
    IReadOnlyList<string>? Add, IReadOnlyList<string>? Remove);
