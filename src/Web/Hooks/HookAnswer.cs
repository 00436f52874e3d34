namespace Listening.Web.Hooks;

/// <summary>What became of what a source sent.</summary>
/// <param name="Accepted">New posts.</param>
/// <param name="Duplicates">Posts that were there.</param>
/// <param name="Updated">New versions of posts that were there.</param>
/// <param name="Rejected">Why others could not be read; at most a hundred reasons.</param>
public sealed record HookAnswer(long Accepted, long Duplicates, long Updated, IReadOnlyList<string> Rejected);
