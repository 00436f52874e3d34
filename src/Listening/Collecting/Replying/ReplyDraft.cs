namespace Listening.Collecting.Replying;

/// <summary>A reply that is to be sent.</summary>
/// <param name="OutboxId">Its own key, the same with every try; a version 7 GUID (<see cref="Guid.CreateVersion7()"/>), whose instant some sources put into the post's id.</param>
/// <param name="Parent">The post that it answers.</param>
/// <param name="Text">Plain text. Links, mentions and tags in it become what the source makes of them.</param>
/// <param name="Language">ISO 639-1, where it is known.</param>
public sealed record ReplyDraft(Guid OutboxId, PostId Parent, string Text, string? Language = null);
