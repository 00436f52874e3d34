using Listening.Cases;

namespace Listening.Web.Cases.Similar;

/// <summary>A case that says much the same, and how it was answered in public.</summary>
/// <param name="Status">Where the work on it is.</param>
/// <param name="Case">As it stands.</param>
/// <param name="Answer">What we answered; null when that post is gone.</param>
/// <param name="AnsweredAt">When.</param>
public sealed record SimilarCase(CaseStatus Status, Case Case, string? Answer, DateTimeOffset? AnsweredAt);
