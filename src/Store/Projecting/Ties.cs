namespace Listening.Store.Projecting;

/// <summary>
/// Connected components over posts, the posts they are tied to (seen or not) and the conversations these are in already. Where two conversations turn out
/// to be one, the older goes on.
/// </summary>
internal sealed class Ties
{
    private readonly Dictionary<UInt128, int> posts = [];
    private readonly Dictionary<UInt128, int> conversations = [];
    private readonly List<int> above = [];
    private readonly Dictionary<int, UInt128> names = [];

    /// <summary>Ties <paramref name="standing"/> together.</summary>
    public Ties(IReadOnlyCollection<StandingPost> standing, IReadOnlyDictionary<UInt128, Place> places)
    {
        foreach (var post in standing)
        {
            var own = Post(post.Key, places);
            foreach (var tie in post.Edges) Join(own, Post(tie, places));
        }

        foreach (var (conversation, node) in conversations)
        {
            var top = Top(node);
            if (!names.TryGetValue(top, out var older) || conversation < older) names[top] = conversation;
        }

        foreach (var post in standing.OrderBy(post => post.PostedAt).ThenBy(post => post.Key)) names.TryAdd(Top(posts[post.Key]), Name(post));
    }

    /// <summary>Every post in play: those given and those they are tied to.</summary>
    public IEnumerable<UInt128> Posts => posts.Keys;

    /// <summary>Conversations that go on in an older one.</summary>
    public IEnumerable<UInt128> Ended => conversations.Where(conversation => names[Top(conversation.Value)] != conversation.Key).Select(conversation => conversation.Key);

    /// <summary>The conversation of a post in play.</summary>
    public UInt128 ConversationOf(UInt128 post) => names[Top(posts[post])];

    /// <summary>What a known conversation goes on as.</summary>
    public UInt128 Now(UInt128 conversation) => names[Top(conversations[conversation])];

    // Seconds first, so that neighbours in time are neighbours on disk; then what no two conversations share: the key of the post it begins with.
    private static UInt128 Name(StandingPost first)
    {
        var seconds = (UInt128)Math.Clamp(first.PostedAt.ToUnixTimeSeconds(), 0, uint.MaxValue);
        return (seconds << 96) | (first.Key & ((UInt128.One << 96) - 1));
    }

    private int Post(UInt128 key, IReadOnlyDictionary<UInt128, Place> places)
    {
        if (posts.TryGetValue(key, out var node)) return node;
        posts[key] = node = Node();
        if (places.TryGetValue(key, out var place))
        {
            if (!conversations.TryGetValue(place.Conversation, out var conversation)) conversations[place.Conversation] = conversation = Node();
            Join(node, conversation);
        }

        return node;
    }

    private int Node()
    {
        above.Add(above.Count);
        return above.Count - 1;
    }

    private int Top(int node)
    {
        while (above[node] != node) node = above[node] = above[above[node]];
        return node;
    }

    private void Join(int left, int right)
    {
        var (leftTop, rightTop) = (Top(left), Top(right));
        above[Math.Max(leftTop, rightTop)] = Math.Min(leftTop, rightTop);
    }
}
