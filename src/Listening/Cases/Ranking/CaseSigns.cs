namespace Listening.Cases.Ranking;

/// <summary>What speaks for a case beside itself.</summary>
/// <param name="CasesBefore">Cases that the same author had with the same brand before.</param>
/// <param name="Similar">Other cases of its outbreak that began within an hour of it.</param>
public sealed record CaseSigns(int CasesBefore, int Similar);
