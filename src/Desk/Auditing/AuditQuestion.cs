namespace Listening.Desk.Auditing;

/// <summary>Which entries of the audit log are asked for; they come newest first.</summary>
/// <param name="Text">Stands in the actor, the action or the subject, without regard to ASCII case; null for any.</param>
/// <param name="Before">Entries with a smaller id than this; null for the newest.</param>
/// <param name="Limit">At most so many.</param>
public sealed record AuditQuestion(string? Text, long? Before, int Limit);
