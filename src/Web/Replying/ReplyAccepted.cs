namespace Listening.Web.Replying;

/// <summary>An answer that is on its way, or waits for a supervisor.</summary>
/// <param name="Id">Its key, by which it is undone.</param>
/// <param name="SendsAt">Until when it can be undone; null while it waits for a supervisor.</param>
/// <param name="Text">Its words as they are sent.</param>
public sealed record ReplyAccepted(Guid Id, DateTimeOffset? SendsAt, string Text);
