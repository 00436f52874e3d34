namespace Listening.Tests.Sceptic;

/// <summary>One conversation in which anything may happen: two of our brands, two competitors, a company nobody registered, three customers.</summary>
public static class RandomHistory
{
    public static readonly DateTimeOffset Start = new(2017, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Everybody = ["ann", "ann", "bob", "bob", "cyd", "delta", "delta", "apple", "verizon", "sprint", "other"];

    /// <summary>Up to <paramref name="most"/> posts; the same seed, the same history.</summary>
    public static IReadOnlyList<Said> Of(int seed, int most)
    {
        var random = new Random(seed);
        var posts = new List<Said>();
        // Some histories are crowded into seconds, so that instants are equal; others last for weeks, so that episodes end.
        var span = random.Next(3) switch { 0 => 12, 1 => 86_400, _ => 40 * 86_400 };
        for (var i = random.Next(most); i >= 0; i--)
        {
            var author = Everybody[random.Next(Everybody.Length)];
            var at = Start.AddSeconds(random.Next(span));
            posts.Add(new()
            {
                Id = $"{posts.Count}",
                Author = author,
                At = at,
                Parent = posts.Count == 0 ? null : random.Next(8) switch { 0 => null, 1 => "never seen", _ => posts[random.Next(posts.Count)].Id },
                Conversation = "one",
                Company = author == "other",
                Bot = (author is "delta" or "apple" or "verizon" or "sprint") && random.Next(8) == 0,
                DeletedAt = random.Next(5) == 0 ? at.AddSeconds(random.Next(span)) : null,
                Mentions = [.. Everybody.Where(_ => random.Next(9) == 0).Distinct()],
            });
        }
        return posts;
    }
}
