namespace Listening.Collecting.Replying;

/// <summary>A question that is to be put.</summary>
/// <param name="OutboxId">Its own key, the same with every try; a version 7 GUID, whose instant says from when on it can stand there.</param>
/// <param name="Text">Plain text with the mark in it.</param>
/// <param name="Mark">A word that no other post has.</param>
public sealed record QuestionDraft(Guid OutboxId, string Text, string Mark);
