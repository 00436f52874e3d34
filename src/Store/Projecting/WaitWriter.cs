using Listening.Brands;
using Listening.Conversations;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Tells conversations again: reads their posts, runs the clock and writes their waits.</summary>
internal sealed class WaitWriter(IClickHouse facts, ClockRules rules, BrandRegistry registry)
{
    // A conversation has few posts as a rule: a slice is some ten thousand rows, with its waits in memory at once.
    private const int Slice = 5_000;

    /// <summary>Tells conversations that were stored before again; one that has no posts any more loses its waits.</summary>
    public async Task WriteAsync(IEnumerable<UInt128> conversations, ulong revision, CancellationToken cancellationToken)
    {
        foreach (var slice in conversations.Order().Chunk(Slice))
        {
            var before = await KeysAsync(slice, cancellationToken);
            var told = await TellAsync(slice, cancellationToken);
            await WriteSliceAsync(before, told, revision, cancellationToken);
        }
    }

    /// <summary>Tells conversations that begin here, all of whose posts are at hand: nothing is read back.</summary>
    public async Task WriteNewAsync(IReadOnlyList<IGrouping<UInt128, StandingPost>> conversations, ulong revision, CancellationToken cancellationToken)
    {
        var told = Spread.Over(conversations, conversation => Tell(conversation.Key, [.. conversation.Select(ThreadPost.Of)]), cancellationToken);
        await WriteSliceAsync([], ByConversation(told), revision, cancellationToken);
    }

    // The keys go before the waits and stay until those that are no more are marked: a run that was cut off leaves no wait that nobody knows of.
    private async Task WriteSliceAsync(
        Dictionary<UInt128, WaitKey[]> before, Dictionary<UInt128, ConversationWaits> told, ulong revision, CancellationToken cancellationToken)
    {
        var every = new List<(UInt128, WaitKey[])>();
        var final = new List<(UInt128, WaitKey[])>();
        var gone = new List<(UInt128 Conversation, WaitKey Key)>();
        foreach (var conversation in before.Keys.Union(told.Keys))
        {
            var old = before.GetValueOrDefault(conversation, []);
            WaitKey[] now = told.TryGetValue(conversation, out var waits) ? [.. waits.Keys] : [];
            WaitKey[] all = [.. old.Union(now)];
            if (all.Length > old.Length) every.Add((conversation, all));
            if (all.Length == now.Length) continue;
            final.Add((conversation, now));
            gone.AddRange(old.Except(now).Select(key => (conversation, key)));
        }

        await InsertAsync("wait_keys", WaitBlock.Keys(every, revision), cancellationToken);
        await InsertAsync("waits", WaitBlock.Of(Rows(told), registry, revision), cancellationToken);
        await InsertAsync("waits", WaitBlock.Gone(gone, revision), cancellationToken);
        await InsertAsync("wait_keys", WaitBlock.Keys(final, revision), cancellationToken);
    }

    private async Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken)
    {
        using (block)
            if (block.Rows > 0)
                await facts.InsertAsync(table, block, cancellationToken);
    }

    private static List<(UInt128, Wait, ThreadPost)> Rows(Dictionary<UInt128, ConversationWaits> told) =>
        [.. told.Values.SelectMany(conversation => conversation.Waits.Select(wait => (conversation.Conversation, wait.Wait, wait.Opener)))];

    private async Task<Dictionary<UInt128, ConversationWaits>> TellAsync(UInt128[] conversations, CancellationToken cancellationToken)
    {
        var threads = new List<(UInt128 Conversation, List<ThreadPost> Posts)>();
        await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/Threads.sql", ("conversations", conversations)), cancellationToken))
        {
            var conversation = row.Get<UInt128>("conversation");
            if (threads.Count == 0 || threads[^1].Conversation != conversation) threads.Add((conversation, []));
            threads[^1].Posts.Add(ThreadPost.Of(row));
        }

        return ByConversation(Spread.Over(threads, thread => Tell(thread.Conversation, thread.Posts), cancellationToken));
    }

    private ConversationWaits Tell(UInt128 conversation, List<ThreadPost> posts)
    {
        var waits = ConversationClock.Run(posts.ConvertAll(post => post.Post), [], rules, registry);
        if (waits.Count == 0) return new(conversation, []);
        var byKey = posts.ToDictionary(post => post.Post.Post);
        return new(conversation, [.. waits.Select(wait => (wait, byKey[wait.Opener]))]);
    }

    private static Dictionary<UInt128, ConversationWaits> ByConversation(IEnumerable<ConversationWaits> told) =>
        told.Where(conversation => conversation.Waits.Count > 0).ToDictionary(conversation => conversation.Conversation);

    private async Task<Dictionary<UInt128, WaitKey[]>> KeysAsync(UInt128[] conversations, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<UInt128, WaitKey[]>();
        await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/WaitKeys.sql", ("conversations", conversations)), cancellationToken))
            keys[row.Get<UInt128>("conversation")] = KeysOf(row);
        return keys;
    }

    private static WaitKey[] KeysOf(FactRow row)
    {
        var (brands, openings) = (row.Get<object?[]>("brands"), row.Get<object?[]>("opened_at"));
        var (authors, numbers) = (row.Get<object?[]>("authors"), row.Get<object?[]>("numbers"));
        return [.. brands.Select((brand, i) => new WaitKey((string)brand!, (DateTimeOffset)openings[i]!, (string)authors[i]!, (uint)(long)numbers[i]!))];
    }
}
