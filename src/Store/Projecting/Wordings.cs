namespace Listening.Store.Projecting;

/// <summary>
/// Decides whose wording is a machine's. The fifth quick reply with one wording reaches back to the first four, wherever they are: what is decided
/// otherwise than before about posts elsewhere is given back, for their conversations to be told again.
/// </summary>
internal sealed class Wordings(WordingReader reader)
{
    /// <summary>
    /// Sets <see cref="StandingPost.AutomatedWording"/> of <paramref name="posts"/> and says what changes.
    /// </summary>
    public async Task<WordingChanges> DecideAsync(
        IReadOnlyDictionary<UInt128, StandingPost> posts, IReadOnlyDictionary<UInt128, Place> places, CancellationToken cancellationToken)
    {
        var judged = await CandidatesAsync(posts, places, cancellationToken);
        if (judged.Count == 0) return WordingChanges.None;
        // A post is placed before its wording is written: where it had no place, nothing is known of its wording.
        var before = await reader.OfPostsAsync(judged.Keys.Where(post => places.ContainsKey(post) || !posts.ContainsKey(post)), cancellationToken);
        var touched = new List<QuickReply>();
        foreach (var (post, reply) in judged)
        {
            var known = before.TryGetValue(post, out var was);
            if (known && reply == was with { Automated = false }) Set(posts, was);
            else
            {
                if (known) touched.Add(was);
                if (reply is { } now) touched.Add(now);
            }
        }

        if (touched.Count == 0) return WordingChanges.None;
        return await JudgeAsync(posts, judged, touched, cancellationToken);
    }

    private async Task<WordingChanges> JudgeAsync(
        IReadOnlyDictionary<UInt128, StandingPost> posts, Dictionary<UInt128, QuickReply?> judged, List<QuickReply> touched, CancellationToken cancellationToken)
    {
        // A reply is judged by the windows that hold it, so one window further is read than is judged.
        var (first, last) = (touched.Min(reply => reply.PostedAt) - WordingRule.Window, touched.Max(reply => reply.PostedAt) + WordingRule.Window);
        var around = await reader.AroundAsync(
            touched.Select(reply => reply.Fingerprint).Distinct(), Clamped(first - WordingRule.Window), Clamped(last + WordingRule.Window), cancellationToken);
        var stored = around.Values.ToDictionary(reply => reply.Post);
        foreach (var (post, reply) in judged)
            if (reply is { } now) around[post] = now;
            else around.Remove(post);
        var write = new List<QuickReply>();
        foreach (var wording in around.Values.GroupBy(reply => reply.Fingerprint))
            foreach (var (reply, automated) in WordingRule.Judge(wording).Where(judgement => judgement.Reply.PostedAt >= first && judgement.Reply.PostedAt <= last))
            {
                var now = reply with { Automated = automated };
                Set(posts, now);
                if (!stored.TryGetValue(reply.Post, out var was) || was != now) write.Add(now);
            }

        return new(write, [.. touched.Where(reply => judged[reply.Post] is null).Select(reply => reply.Post)]);
    }

    private async Task<Dictionary<UInt128, QuickReply?>> CandidatesAsync(
        IReadOnlyDictionary<UInt128, StandingPost> posts, IReadOnlyDictionary<UInt128, Place> places, CancellationToken cancellationToken)
    {
        var judged = new Dictionary<UInt128, QuickReply?>();
        foreach (var post in posts.Values.Where(post => post.Account is not null))
        {
            var quick = post.Fingerprint != 0 && post.Parent is { } parent && Instant(parent, posts, places) is { } answered && QuickReply.Is(post.PostedAt, answered);
            judged[post.Key] = quick ? new QuickReply(post.Key, post.Fingerprint, post.PostedAt, false) : null;
        }

        // Something may have answered, before it came, a post that was not seen yet.
        var known = posts.Values.Where(post => places.ContainsKey(post.Key)).ToArray();
        foreach (var (reply, answered) in await reader.AnsweringAsync(known.Select(post => post.Conversation).Distinct(), Array.ConvertAll(known, post => post.Key), cancellationToken))
            if (!posts.ContainsKey(reply.Post))
                judged[reply.Post] = QuickReply.Is(reply.PostedAt, posts[answered].PostedAt) ? reply : null;
        return judged;
    }

    private static void Set(IReadOnlyDictionary<UInt128, StandingPost> posts, QuickReply reply)
    {
        if (posts.TryGetValue(reply.Post, out var post)) post.AutomatedWording = reply.Automated;
    }

    private static DateTimeOffset? Instant(UInt128 post, IReadOnlyDictionary<UInt128, StandingPost> posts, IReadOnlyDictionary<UInt128, Place> places) =>
        posts.TryGetValue(post, out var standing) ? standing.PostedAt : places.TryGetValue(post, out var place) && place.Seen ? place.PostedAt : null;

    // The engine's column reaches from 1900 to 2299.
    private static DateTimeOffset Clamped(DateTimeOffset instant) => instant < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : instant;
}
