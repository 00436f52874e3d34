using Listening.Cases;
using Listening.Collecting;
using Listening.Desk;
using Microsoft.EntityFrameworkCore;

namespace Listening.Benchmarks.Queue;

/// <summary>Open cases by a seed, as a bad day leaves them: a third are with somebody, a tenth is put off, one in fifty was won by a competitor, one in thirty came back.</summary>
internal static class QueueCases
{
    private const int Slice = 2_000;

    private static readonly string[] Words =
        ["my", "bag", "is", "gone", "since", "two", "days", "and", "nobody", "answers", "refund", "flight", "delayed", "again", "app", "crash", "login", "card", "charged", "twice", "still", "waiting"];

    /// <summary>Writes <paramref name="count"/> of them, the oldest due an hour ago.</summary>
    public static async Task WriteAsync(DeskStore store, int count, IReadOnlyList<string> agents, DateTimeOffset now)
    {
        var chance = new Random(20261129);
        for (var first = 0; first < count; first += Slice)
        {
            var slice = Enumerable.Range(first, Math.Min(Slice, count - first)).Select(i => One(i, count, agents, now, chance)).ToList();
            await store.WriteAsync(
                async desk =>
                {
                    desk.ChangeTracker.AutoDetectChangesEnabled = false;
                    desk.Cases.AddRange(slice);
                    return await desk.SaveChangesAsync();
                },
                CancellationToken.None);
        }

        // The words as they are filled in where a store of before gets its index.
        await store.WriteAsync(desk => desk.Database.ExecuteSqlRawAsync(desk.Database.IsNpgsql()
            ? "INSERT INTO case_words (case_id, words) SELECT id, to_tsvector('simple', snippet || ' ' || handle || ' ' || name) FROM cases; ANALYZE cases"
            : "INSERT INTO case_words (rowid, letters, signed, who) SELECT id, snippet, snippet, handle || ' ' || name FROM cases; ANALYZE"), CancellationToken.None);
    }

    private static Case One(int i, int count, IReadOnlyList<string> agents, DateTimeOffset now, Random chance)
    {
        var opened = now.AddHours(-2).AddMilliseconds(3_600_000.0 * 26 * i / count);
        var rival = chance.Next(50) == 0;
        return new Case
        {
            Brand = "Aurora",
            Author = $"author-{chance.Next(count)}",
            Conversation = PostKey.Of("mastodon", $"c{i}"),
            Root = PostKey.Of("mastodon", $"{i}"),
            Post = PostKey.Of("mastodon", $"{i}"),
            Source = "mastodon",
            PostId = $"{i}",
            Handle = $"person{chance.Next(count)}@example.social",
            Name = $"Person {i}",
            Followers = chance.Next(100_000),
            Snippet = $"{string.Join(' ', Enumerable.Range(0, 24).Select(_ => Words[chance.Next(Words.Length)]))} {i} @aurora",
            Language = "en",
            Intent = chance.Next(20) == 0 ? "not_sure" : "complaint",
            Sentiment = chance.Next(3) == 0 ? "neutral" : "negative",
            Topic = "baggage",
            OpenedAt = opened,
            Due = opened.AddHours(1),
            Waiting = true,
            Rival = rival ? "Borealis" : "",
            RivalAt = rival ? opened.AddMinutes(9) : null,
            Episode = chance.Next(30) == 0 ? 2 : 1,
            Assignee = chance.Next(3) == 0 ? agents[chance.Next(agents.Count)] : null,
            SnoozedUntil = chance.Next(10) == 0 ? now.AddHours(1 + chance.Next(20)) : null,
            Changed = opened,
            Priority = chance.Next(30) == 0 ? 50 + chance.Next(50) : chance.Next(50),
            Reasons = "negative tone",
            // One in ten says what another one said: the row of each outbreak stands for three hundred.
            Outbreak = i % 10 == 0 ? (i / 3_000 * 3_000) + 1 : null,
        }.Ranked();
    }
}
