using Listening.Cases;
using Listening.Cases.Replying;

namespace Listening.Desk.Replying;

/// <summary>A case of an outbreak and what was answered to it from here.</summary>
/// <param name="Case">The case.</param>
/// <param name="Replies">Its answers that are on their way or were sent.</param>
public sealed record OutbreakFile(Case Case, IReadOnlyList<CaseReply> Replies);
