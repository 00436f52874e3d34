namespace Listening.Tests.Sceptic;

/// <summary>Which posts belong together: those tied by reply, under the topmost ancestor known by id, seen or not.</summary>
public static class Threads
{
    /// <summary>The root's id by the post's id.</summary>
    public static IReadOnlyDictionary<string, string> RootsOf(IReadOnlyList<Said> posts)
    {
        var byId = posts.ToDictionary(post => post.Id);
        return posts.ToDictionary(post => post.Id, post => RootOf(post, byId));
    }

    private static string RootOf(Said post, Dictionary<string, Said> byId)
    {
        while (true)
        {
            if (post.Conversation is { } given) return given;
            if (post.Parent is null) return post.Id;
            if (!byId.TryGetValue(post.Parent, out var parent)) return post.Parent;
            post = parent;
        }
    }
}
