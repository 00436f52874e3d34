using Listening.Desk.Auditing;

namespace Listening.Web.People;

/// <summary>A page of the audit log, newest first.</summary>
/// <param name="Items">Its entries.</param>
/// <param name="NextCursor">Where the next page begins; null at the end.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Items, string? NextCursor);
