using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Reads what is known of brands' wordings.</summary>
internal sealed class WordingReader(IClickHouse facts)
{
    /// <summary>What the facts say of these posts' wordings; those that were not quick are absent.</summary>
    public async Task<Dictionary<UInt128, QuickReply>> OfPostsAsync(IEnumerable<UInt128> posts, CancellationToken cancellationToken)
    {
        var known = new Dictionary<UInt128, QuickReply>();
        foreach (var keys in posts.Order().Chunk(KeySlice.Size))
            await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/WordingsOfPosts.sql", ("posts", keys)), cancellationToken))
                known[row.Get<UInt128>("post")] = Reply(row);
        return known;
    }

    /// <summary>Every quick reply with one of the wordings in the span.</summary>
    public async Task<Dictionary<UInt128, QuickReply>> AroundAsync(
        IEnumerable<ulong> fingerprints, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var replies = new Dictionary<UInt128, QuickReply>();
        foreach (var keys in fingerprints.Order().Chunk(KeySlice.Size))
            await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/WordingsAround.sql", ("fingerprints", keys), ("from", from), ("to", to)), cancellationToken))
                replies[row.Get<UInt128>("post")] = Reply(row);
        return replies;
    }

    /// <summary>Stored brands' posts of these conversations that answer one of <paramref name="answered"/>: the post, its instant, its wording and what it answers.</summary>
    public async Task<List<(QuickReply Reply, UInt128 Answered)>> AnsweringAsync(
        IEnumerable<UInt128> conversations, IReadOnlyCollection<UInt128> answered, CancellationToken cancellationToken)
    {
        var replies = new List<(QuickReply, UInt128)>();
        foreach (var keys in conversations.Order().Chunk(KeySlice.Size))
            foreach (var some in answered.Chunk(KeySlice.Size))
                await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/LateAnswered.sql", ("conversations", keys), ("answered", some)), cancellationToken))
                    replies.Add((new(row.Get<UInt128>("post"), row.Get<ulong>("fingerprint"), row.Get<DateTimeOffset>("posted_at"), false), row.Get<UInt128>("answered")));
        return replies;
    }

    private static QuickReply Reply(FactRow row) =>
        new(row.Get<UInt128>("post"), row.Get<ulong>("fingerprint"), row.Get<DateTimeOffset>("posted_at"), row.Get<bool>("automated"));
}
