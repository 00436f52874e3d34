using Listening.Cases;

namespace Listening.Web.Hooking;

/// <summary>A line of a case's history as it is sent out.</summary>
/// <param name="Id">Its own key: what comes twice is one.</param>
/// <param name="Case">The case.</param>
/// <param name="At">When it happened.</param>
/// <param name="Action">What.</param>
/// <param name="By">Who did it.</param>
/// <param name="Detail">What there is to say of it.</param>
public sealed record CaseHookMessage(Guid Id, long Case, DateTimeOffset At, CaseAction Action, string By, string? Detail);
