using Listening.Collecting;

namespace Listening.Storing;

/// <summary>A post with all that is shown of it to who answers it.</summary>
/// <param name="Conversation">Its whole conversation.</param>
/// <param name="History">The post itself; null when only answers to it are stored.</param>
/// <param name="Newest">The newest version of each post of the conversation, without those that were taken away.</param>
public sealed record ThreadFile(ConversationView Conversation, PostHistory? History, IReadOnlyList<Post> Newest);
