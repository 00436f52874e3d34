using Listening.Cases;

namespace Listening.Web.Cases;

/// <summary>Another case of the same person.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Brand">The brand waited for.</param>
/// <param name="Status">Where the work is.</param>
/// <param name="Outcome">How it ended; null while it has not.</param>
/// <param name="OpenedAt">When its latest wait began.</param>
/// <param name="Snippet">The beginning of that post.</param>
public sealed record EarlierCase(long Id, string Brand, CaseStatus Status, CaseOutcome? Outcome, DateTimeOffset OpenedAt, string Snippet);
