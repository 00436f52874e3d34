using Listening.Collecting;

namespace Listening.Tests.Store;

/// <summary>
/// A history with everything that makes order matter: replies to posts that come later or never, conversation ids, quotes by brands and by others,
/// reposts, edits, deletions, canned replies within seconds, clocks that are wrong.
/// </summary>
internal static class RandomHistory
{
    private static readonly string[] People = ["ana", "bob", "eve", "zoe", "acme", "rival", "acme"];
    private static readonly string[] Words = ["Lost my parcel", "@acme why?", "@rival is better", "acme and rival, help", "thanks", "acme bakery is sweet", "@ana look"];

    public static List<CollectedPost> Of(int seed, int posts)
    {
        var random = new Random(seed);
        var history = new List<CollectedPost>();
        var instants = Enumerable.Range(0, posts).Select(_ => Some.Instant.AddSeconds(random.Next(0, posts * 300))).ToArray();
        for (var i = 0; i < posts; i++)
        {
            var author = People[random.Next(People.Length)];
            var parent = random.Next(10) < 6 ? random.Next(posts + posts / 5) : -1;
            var canned = author is "acme" or "rival" && parent >= 0 && parent < posts && random.Next(3) > 0;
            var at = canned ? instants[parent].AddSeconds(random.Next(0, 14)) : instants[i];
            instants[i] = at;
            var post = Some.Post($"{i}", canned ? $"Hi Ana, please write to us -X{(char)('A' + i % 26)}" : Words[random.Next(Words.Length)], author: author, at: at,
                inReplyTo: parent >= 0 && parent != i ? $"{parent}" : null) with
            {
                QuoteOf = random.Next(8) == 0 ? $"{random.Next(posts)}" : null,
                RepostOf = random.Next(20) == 0 ? $"{random.Next(posts)}" : null,
                Conversation = random.Next(10) == 0 ? $"{random.Next(posts + 5)}" : null,
            };
            if (random.Next(25) == 0) post = post with { SourcePostedAt = random.Next(2) == 0 ? at.AddYears(-20) : at.AddYears(5) };
            var collected = new CollectedPost(post, at.AddMinutes(1), random.Next(3) == 0 ? Arrival.Live : Arrival.Backfill);
            history.Add(collected);
            var later = at;
            for (var edits = random.Next(5) == 0 ? random.Next(1, 3) : 0; edits > 0; edits--)
                history.Add(collected with { Post = post with { Text = Words[random.Next(Words.Length)], EditedAt = later = later.AddMinutes(random.Next(1, 9)) } });
            if (random.Next(8) == 0) history.Add(collected with { Post = post with { DeletedAt = at.AddMinutes(random.Next(1, 99)) } });
        }

        return history;
    }

    /// <summary>The same posts in another order, cut elsewhere; some come twice.</summary>
    public static IEnumerable<List<CollectedPost>> Otherwise(List<CollectedPost> history, int seed)
    {
        var random = new Random(seed);
        var posts = history.Concat(history.Where(_ => random.Next(4) == 0)).ToArray();
        random.Shuffle(posts);
        for (var start = 0; start < posts.Length;)
        {
            var length = Math.Min(posts.Length - start, random.Next(1, 30));
            yield return [.. posts[start..(start + length)]];
            start += length;
        }
    }
}
