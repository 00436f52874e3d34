using Listening.Cases.Replying;

namespace Listening.Web.Replying;

/// <summary>Answers kept for use again.</summary>
/// <param name="Items">By name.</param>
public sealed record CannedReplyItems(IReadOnlyList<CannedReply> Items);
