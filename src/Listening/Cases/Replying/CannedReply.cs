namespace Listening.Cases.Replying;

/// <summary>An answer kept for use again.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">What it is called, unique.</param>
/// <param name="Text">Its words, with variables: see <see cref="ReplyText"/>.</param>
public sealed record CannedReply(Guid Id, string Name, string Text);
