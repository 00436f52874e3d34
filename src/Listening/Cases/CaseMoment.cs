namespace Listening.Cases;

/// <summary>One line of a case's history.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who; <c>listening</c> for what was seen in public.</param>
/// <param name="Action">What happened.</param>
/// <param name="Detail">What there is to say of it; null when nothing.</param>
public sealed record CaseMoment(DateTimeOffset At, string By, CaseAction Action, string? Detail);
