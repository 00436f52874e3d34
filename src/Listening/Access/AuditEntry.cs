namespace Listening.Access;

/// <summary>One change that somebody made, or one try to come in. It is written once and never changed; no secret is ever in it.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who: a person, a key, a link or the terminal, as <see cref="Access.Actor.Name"/> says it.</param>
/// <param name="Action">What was done, in one dotted word such as <c>person.role</c> or <c>key.revoke</c>.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Before">How that stood before; null when it was not there or that says nothing.</param>
/// <param name="After">How it stands now; null when it is gone or that says nothing.</param>
/// <param name="Address">The address it came from; null for the machine itself.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, string Subject, string? Before, string? After, string? Address);
