namespace Listening.Conversations;

/// <summary>A wait while the course is walked.</summary>
internal sealed class RunningWait(string brand, ConversationPost opener, int order, int number)
{
    private DateTimeOffset? lastDeletion = Deletion(opener);

    public string Brand { get; } = brand;

    public ConversationPost Opener { get; } = opener;

    /// <summary>Place of the opener in the course.</summary>
    public int Order { get; } = order;

    public int Number { get; } = number;

    public int Episode { get; init; }

    public bool FirstOfEpisode { get; init; }

    public ConversationPost? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public bool Skewed { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public string LeftOut { get; set; } = "";

    /// <summary>When the last of its posts was deleted; null while one stands.</summary>
    public DateTimeOffset? GoneAt => ClosedAt is null ? lastDeletion : null;

    /// <summary>Whether its posts were all deleted before <paramref name="at"/>.</summary>
    public bool IsGone(DateTimeOffset at) => GoneAt < at;

    /// <summary>Whether the customer waits at <paramref name="at"/>.</summary>
    public bool IsOpen(DateTimeOffset at) => ClosedAt is null && ResolvedAt is null && !IsGone(at);

    /// <summary>Whether a reply at <paramref name="at"/> would answer it.</summary>
    public bool CanBeAnswered(DateTimeOffset at) => ClosedAt is null && LeftOut.Length == 0 && !IsGone(at);

    public void Join(ConversationPost post) => lastDeletion = lastDeletion is { } last && Deletion(post) is { } next ? (next > last ? next : last) : null;

    public void Close(ConversationPost reply)
    {
        ClosedBy = reply;
        Skewed = reply.PostedAt < Opener.PostedAt;
        ClosedAt = Skewed ? Opener.PostedAt : reply.PostedAt;
    }

    public void Resolve(DateTimeOffset at) => ResolvedAt = at;

    /// <summary>Takes what agents said of it back.</summary>
    public void Reopen() => (ResolvedAt, LeftOut) = (null, "");

    private static DateTimeOffset? Deletion(ConversationPost post) =>
        post.DeletedAt is { } deleted && deleted < post.PostedAt ? post.PostedAt : post.DeletedAt;
}
