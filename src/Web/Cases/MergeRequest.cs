namespace Listening.Web.Cases;

/// <summary>The case that another is one with.</summary>
/// <param name="Into">Its number.</param>
public sealed record MergeRequest(long? Into);
