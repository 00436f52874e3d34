using Listening.Conversations;

namespace Listening.Storing;

/// <summary>A conversation with its clock facts.</summary>
/// <param name="Posts">In time order, deleted ones included.</param>
/// <param name="Waits">The facts, by opening.</param>
/// <param name="Root">The source and id of its root where that post is stored, else null: a phantom root.</param>
public sealed record ConversationView(IReadOnlyList<StoredPost> Posts, IReadOnlyList<Wait> Waits, string? Root);
