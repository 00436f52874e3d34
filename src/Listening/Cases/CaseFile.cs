namespace Listening.Cases;

/// <summary>A case with everything that is kept of it.</summary>
/// <param name="Case">As it stands.</param>
/// <param name="Tags">By name.</param>
/// <param name="Notes">The oldest first.</param>
/// <param name="History">The oldest first.</param>
/// <param name="Promises">The oldest first.</param>
/// <param name="Merged">Cases that turned out to be one with it; their notes are among its own.</param>
public sealed record CaseFile(
    Case Case, IReadOnlyList<string> Tags, IReadOnlyList<CaseNote> Notes, IReadOnlyList<CaseMoment> History, IReadOnlyList<CasePromise> Promises, IReadOnlyList<long> Merged);
