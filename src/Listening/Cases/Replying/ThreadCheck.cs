using Listening.Collecting;
using Listening.Storing;

namespace Listening.Cases.Replying;

/// <summary>Tells the version of a case's conversation, and what came into it since somebody looked.</summary>
public sealed class ThreadCheck(IConversationReader conversations, ICaseReplies replies)
{
    /// <summary>The conversation's public posts, the case's answers and the version of both; null when there is no such case.</summary>
    public async Task<CaseThread?> ReadAsync(long caseId, CancellationToken cancellationToken)
    {
        if (await replies.ReadAsync(caseId, cancellationToken) is not var (found, answers)) return null;
        var posts = (await conversations.ConversationAsync(new PostId(found.Source, found.PostId), cancellationToken))?.Posts ?? [];
        return new(found, [.. posts.Where(post => post.Audience == Audience.Public)], answers);
    }

    /// <summary>Whether posts came in that <paramref name="version"/> does not know; an answer from here does not count, since who sends holds it.</summary>
    public async Task<bool> HasMovedAsync(long caseId, string version, CancellationToken cancellationToken) =>
        await ReadAsync(caseId, cancellationToken) is { } thread && ThreadVersion.Since(version, thread.Posts, thread.Replies) is { Count: > 0 };
}
