namespace Listening.Store.Projecting;

/// <summary>Gathers what a stretch of arrivals touches: the posts, the conversations they tie together, and posts elsewhere whose wording is judged anew.</summary>
internal sealed class StretchReader(TruthReader truth, PlaceReader places, Wordings wordings)
{
    /// <summary>Gathers from the posts that arrived and from keys that a run which was cut off had begun to leave.</summary>
    public async Task<Stretch> ReadAsync(IReadOnlyList<StandingPost> arrived, IReadOnlyList<Place> unfinished, CancellationToken cancellationToken)
    {
        var stretch = new Stretch();
        stretch.Posts.EnsureCapacity(arrived.Count);
        foreach (var post in arrived) stretch.Posts.Add(post.Key, post);
        await AddAsync(stretch, unfinished.Select(left => left.Post).Distinct(), cancellationToken);
        await places.ReadAsync(stretch.Before, stretch.Posts.Values.SelectMany(post => post.Edges.Append(post.Key)), cancellationToken);
        var ties = new Ties(stretch.Posts.Values, stretch.Before);
        var phantoms = new Dictionary<UInt128, UInt128>();
        foreach (var post in ties.Posts) phantoms[post] = ties.ConversationOf(post);
        foreach (var post in stretch.Posts.Values) post.Conversation = ties.ConversationOf(post.Key);
        await FollowAsync(stretch, ties, phantoms, cancellationToken);
        await JudgeAsync(stretch, cancellationToken);

        foreach (var post in stretch.Posts.Values) stretch.Settle(post);
        foreach (var (post, conversation) in phantoms)
            if (!stretch.Posts.ContainsKey(post) && !stretch.Before.GetValueOrDefault(post).Seen) stretch.SettlePhantom(post, conversation);
        foreach (var left in unfinished)
            if (stretch.Posts.TryGetValue(left.Post, out var post) && (post.Conversation, post.PostedAt) != (left.Conversation, left.PostedAt)) stretch.Leave(left);
            else stretch.Conversations.Add(left.Conversation);
        return stretch;
    }

    // Where two conversations are one, all posts of the younger move, and so do the places kept for those that were never seen.
    private async Task FollowAsync(Stretch stretch, Ties ties, Dictionary<UInt128, UInt128> phantoms, CancellationToken cancellationToken)
    {
        var ended = ties.Ended.ToArray();
        if (ended.Length == 0) return;
        var members = await places.MembersAsync(ended, cancellationToken);
        await places.ReadAsync(stretch.Before, members.SelectMany(member => member.Edges.Append(member.Post)), cancellationToken);
        var ending = ended.ToHashSet();
        // A run that was cut off may have left rows of posts that are elsewhere by now; their place says so.
        members.RemoveAll(member => !ending.Contains(stretch.Before[member.Post].Conversation));
        var added = await AddAsync(stretch, members.Select(member => member.Post), cancellationToken);
        foreach (var post in added) post.Conversation = ties.Now(stretch.Before[post.Key].Conversation);
        foreach (var tie in members.SelectMany(member => member.Edges))
            if (stretch.Before.TryGetValue(tie, out var place) && ending.Contains(place.Conversation)) phantoms[tie] = ties.Now(place.Conversation);
        stretch.Conversations.UnionWith(ended);
    }

    private async Task JudgeAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        stretch.Wordings = await wordings.DecideAsync(stretch.Posts, stretch.Before, cancellationToken);
        var elsewhere = stretch.Wordings.Now.Select(reply => reply.Post).Concat(stretch.Wordings.Gone);
        var added = await AddAsync(stretch, elsewhere, cancellationToken);
        await places.ReadAsync(stretch.Before, added.Select(post => post.Key), cancellationToken);
        foreach (var post in added) post.Conversation = stretch.Before[post.Key].Conversation;
        foreach (var reply in stretch.Wordings.Now) stretch.Posts[reply.Post].AutomatedWording = reply.Automated;
    }

    private async Task<List<StandingPost>> AddAsync(Stretch stretch, IEnumerable<UInt128> posts, CancellationToken cancellationToken)
    {
        var added = await truth.StandingAsync(posts.Where(post => !stretch.Posts.ContainsKey(post)), cancellationToken);
        foreach (var post in added) stretch.Posts.Add(post.Key, post);
        return added;
    }
}
