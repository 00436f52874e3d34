namespace Listening.Collecting.Pulling;

/// <summary>Why a page could not be had.</summary>
/// <param name="Kind">What is to be done about it.</param>
/// <param name="Reason">A sentence for the sources' page: what the source said. No credential, no text of posts.</param>
/// <param name="NotBefore">The source's own word on when to ask again.</param>
public sealed record PageFailure(FailureKind Kind, string Reason, DateTimeOffset? NotBefore = null) : PageAnswer;
