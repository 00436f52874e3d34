using Listening.Classifying;

namespace Listening.Conversations;

/// <summary>The posts of a conversation in the order in which they count, and to whom each speaks.</summary>
internal sealed class Course
{
    private readonly Dictionary<UInt128, ConversationPost> byKey;
    private readonly Dictionary<string, List<string>> authorsByHandle = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<UInt128, ConversationPost> answers;

    public Course(IReadOnlyList<ConversationPost> posts)
    {
        byKey = posts.ToDictionary(post => post.Post);
        var depth = Depths();
        Posts = [.. posts.OrderBy(post => post.PostedAt).ThenBy(post => depth[post.Post]).ThenBy(post => post.Account is null ? 0 : 1).ThenBy(post => post.Post)];
        var seen = new HashSet<(string Handle, string Author)>();
        foreach (var post in Posts)
        {
            if (!seen.Add((post.Handle.ToUpperInvariant(), post.Author))) continue;
            if (!authorsByHandle.TryGetValue(post.Handle, out var authors)) authorsByHandle.Add(post.Handle, authors = []);
            authors.Add(post.Author);
        }
        answers = Posts.Where(post => post.Parent is not null).ToLookup(post => post.Parent!.Value);
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<ConversationPost> Posts { get; }

    /// <summary>The post it answers, where that is in the conversation.</summary>
    public ConversationPost? ParentOf(ConversationPost post) => post.Parent is { } parent ? byKey.GetValueOrDefault(parent) : null;

    /// <summary>Posts that name <paramref name="post"/> as their parent, in order.</summary>
    public IEnumerable<ConversationPost> AnswersTo(ConversationPost post) => answers[post.Post];

    /// <summary>Authors the post speaks to, each once: its parent's and those it mentions, without its own.</summary>
    public IReadOnlyList<string> Addressees(ConversationPost post)
    {
        var parent = ParentOf(post)?.Author;
        if (post.Mentions.Count == 0) return parent is null || parent == post.Author ? [] : [parent];
        var found = new List<string>();
        if (parent is not null) found.Add(parent);
        foreach (var mention in post.Mentions)
            if (authorsByHandle.TryGetValue(mention, out var authors))
                foreach (var author in authors)
                    if (!found.Contains(author))
                        found.Add(author);
        found.Remove(post.Author);
        return found;
    }

    /// <summary>Whether the post says in no way to whom else it speaks.</summary>
    public bool SpeaksToNobody(ConversationPost post) => post.Mentions.Count == 0 && Addressees(post).Count == 0;

    /// <summary>Brands a customer's post addresses: those it names, and the one whose post it answers.</summary>
    public IReadOnlyList<string> Addressed(ConversationPost post)
    {
        if (ParentOf(post)?.Account is not { } answered || post.Brands.Contains(answered)) return post.Brands;
        return [.. post.Brands, answered];
    }

    /// <summary>A brand's public reply by a person: it stands, repeats nothing, and no machine wrote it.</summary>
    public static bool IsHumanReply(ConversationPost post) =>
        post is { Account: not null, DeletedAt: null, Repost: false, Party: Party.Own or Party.Competitor };

    /// <summary>A customer's post that asks for an answer; what nothing has sorted yet counts as one that does.</summary>
    public static bool AsksForAnswer(ConversationPost post) =>
        post is { Party: Party.Customer, Repost: false } && (post.NeedsAnswer ?? post.Intent is null or Intent.Complaint or Intent.Question);

    /// <summary>Another customer's word that may help: it stands for itself, is no question, and is no spam. What nothing has sorted yet is not known to be either.</summary>
    public static bool Helps(ConversationPost post) =>
        post is { Party: Party.Customer, DeletedAt: null, Repost: false, Relevance: not Relevance.Spam, Intent: not Intent.Question };

    // How many posts of the conversation stand above each; a ring of posts that answer each other, which only a liar makes, counts once round.
    private Dictionary<UInt128, int> Depths()
    {
        var depths = new Dictionary<UInt128, int>(byKey.Count);
        var path = new List<UInt128>();
        foreach (var post in byKey.Values)
        {
            path.Clear();
            var above = -1;
            for (var at = post; at is not null; at = ParentOf(at))
            {
                if (depths.TryGetValue(at.Post, out above)) break;
                above = -1;
                depths.Add(at.Post, 0);
                path.Add(at.Post);
            }
            for (var i = path.Count - 1; i >= 0; i--) depths[path[i]] = ++above;
        }
        return depths;
    }
}
