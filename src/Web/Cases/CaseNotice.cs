using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>A case is new or has changed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Version">What <c>If-Match</c> wants.</param>
/// <param name="Revision">Grows over all cases.</param>
/// <param name="Status">Where the work is now; the end of a snooze is told too, and is no new version.</param>
/// <param name="Assignee">Who has it; null for nobody.</param>
/// <param name="Case">As it stands.</param>
public sealed record CaseNotice(long Id, int Version, long Revision, CaseStatus Status, string? Assignee, Case Case);
