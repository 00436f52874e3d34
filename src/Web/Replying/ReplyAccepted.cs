namespace Listening.Web.Replying;

/// <summary>An answer that is on its way.</summary>
/// <param name="Id">Its key, by which it is undone.</param>
/// <param name="SendsAt">Until when it can be undone.</param>
/// <param name="Text">Its words as they are sent.</param>
public sealed record ReplyAccepted(Guid Id, DateTimeOffset SendsAt, string Text);
