namespace Listening.Cases;

/// <summary>A case's ticket in another system.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Url">Where it is; https.</param>
/// <param name="By">Who linked it.</param>
/// <param name="At">When.</param>
public sealed record CaseTicket(long CaseId, string Url, string By, DateTimeOffset At);
