using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>How a case ended.</summary>
/// <param name="Outcome">How; <c>merged</c> is not an agent's to say.</param>
/// <param name="Reason">Why it needs no answer; must be there then.</param>
public sealed record ResolveRequest(CaseOutcome Outcome, string? Reason);
