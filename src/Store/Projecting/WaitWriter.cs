using Listening.Brands;
using Listening.Calendars;
using Listening.Conversations;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Tells conversations again: reads their posts, runs the clock and writes their waits.</summary>
internal sealed class WaitWriter(IClickHouse facts, CaseEventReader acts, ClockRules rules, BrandRegistry registry, CurrentTargets targets, CaseTeller cases)
{
    // A conversation has few posts as a rule: a slice is some ten thousand rows, with its waits in memory at once.
    private const int Slice = 5_000;

    /// <summary>Tells conversations that were stored before again; one that has no posts any more loses its waits.</summary>
    public async Task WriteAsync(
        IEnumerable<UInt128> conversations, IReadOnlyDictionary<UInt128, StandingPost> posts, ulong revision, CancellationToken cancellationToken)
    {
        foreach (var slice in conversations.Order().Chunk(Slice))
        {
            var before = await KeysAsync(slice, cancellationToken);
            var told = await TellAsync(slice, cancellationToken);
            await WriteSliceAsync(before, told, posts, revision, cancellationToken);
        }
    }

    /// <summary>Tells conversations that begin here, all of whose posts are at hand: nothing is read back.</summary>
    public async Task WriteNewAsync(
        IReadOnlyList<IGrouping<UInt128, StandingPost>> conversations, IReadOnlyDictionary<UInt128, StandingPost> posts, ulong revision,
        CancellationToken cancellationToken)
    {
        var done = await acts.ReadAsync(conversations.SelectMany(conversation => conversation.Select(post => post.Key)), cancellationToken);
        var told = Spread.Over(conversations, conversation => Tell(conversation.Key, [.. conversation.Select(ThreadPost.Of)], done), cancellationToken);
        await WriteSliceAsync([], ByConversation(told), posts, revision, cancellationToken);
    }

    // The keys go before the waits and stay until those that are no more are marked: a run that was cut off leaves no wait that nobody knows of.
    private async Task WriteSliceAsync(
        Dictionary<UInt128, WaitKey[]> before, Dictionary<UInt128, ConversationWaits> told, IReadOnlyDictionary<UInt128, StandingPost> posts, ulong revision,
        CancellationToken cancellationToken)
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
        await cases.TellAsync(told.Values, gone, posts, cancellationToken);
        await InsertAsync("wait_keys", WaitBlock.Keys(final, revision), cancellationToken);
    }

    private async Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken)
    {
        using (block)
            if (block.Rows > 0)
                await facts.InsertAsync(table, block, cancellationToken);
    }

    private List<WaitRow> Rows(Dictionary<UInt128, ConversationWaits> told)
    {
        var inUse = targets.Now;
        return [.. told.Values.SelectMany(conversation => WaitRow.Of(conversation, registry, inUse))];
    }

    private async Task<Dictionary<UInt128, ConversationWaits>> TellAsync(UInt128[] conversations, CancellationToken cancellationToken)
    {
        var threads = new List<(UInt128 Conversation, List<ThreadPost> Posts)>();
        await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/Threads.sql", ("conversations", conversations)), cancellationToken))
        {
            var conversation = row.Get<UInt128>("conversation");
            if (threads.Count == 0 || threads[^1].Conversation != conversation) threads.Add((conversation, []));
            threads[^1].Posts.Add(ThreadPost.Of(row));
        }

        var done = await acts.ReadAsync(threads.SelectMany(thread => thread.Posts.Select(post => post.Post.Post)), cancellationToken);
        return ByConversation(Spread.Over(threads, thread => Tell(thread.Conversation, thread.Posts, done), cancellationToken));
    }

    private ConversationWaits Tell(UInt128 conversation, List<ThreadPost> posts, ILookup<UInt128, CaseEvent> done)
    {
        var seen = posts.ConvertAll(post => post.Post);
        var clicks = posts.SelectMany(post => done[post.Post.Post]).ToList();
        var waits = ConversationClock.Run(seen, clicks, rules, registry);
        if (waits.Count == 0) return new(conversation, []);
        var byKey = posts.ToDictionary(post => post.Post.Post);
        return new(conversation, [.. waits.Select(wait => (wait, byKey[wait.Opener]))]) { Work = ConversationWork.Of(waits, seen, clicks), Done = clicks };
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
