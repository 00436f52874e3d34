namespace Listening.Store.Projecting;

/// <summary>What a stretch of arrivals touches, gathered before anything is written.</summary>
internal sealed class Stretch
{
    /// <summary>Posts to write again.</summary>
    public Dictionary<UInt128, StandingPost> Posts { get; } = [];

    /// <summary>Where posts were before.</summary>
    public Dictionary<UInt128, Place> Before { get; } = [];

    /// <summary>Where posts are now, where that is new.</summary>
    public Dictionary<UInt128, Place> Now { get; } = [];

    /// <summary>Conversations whose facts are to be told again.</summary>
    public HashSet<UInt128> Conversations { get; } = [];

    /// <summary>Keys that posts leave.</summary>
    public List<Place> Left { get; } = [];

    public WordingChanges Wordings { get; set; } = WordingChanges.None;

    /// <summary>Places a post: its conversation is told again, and so is the one it leaves.</summary>
    public void Settle(StandingPost post)
    {
        var now = new Place(post.Key, post.Conversation, post.PostedAt, true);
        Conversations.Add(now.Conversation);
        if (!Before.TryGetValue(post.Key, out var before) || before != now) Now[post.Key] = now;
        if (before is { Seen: true } && before != now) Leave(before);
    }

    /// <summary>Places a post that was never seen.</summary>
    public void SettlePhantom(UInt128 post, UInt128 conversation)
    {
        if (Before.TryGetValue(post, out var before) && before.Conversation == conversation) return;
        Now[post] = new(post, conversation, DateTimeOffset.UnixEpoch, false);
    }

    /// <summary>Notes keys under which a post stands no more.</summary>
    public void Leave(Place left)
    {
        Left.Add(left);
        Conversations.Add(left.Conversation);
    }
}
