namespace Listening.Tests.Sceptic;

/// <summary>
/// A copy of real threads in which a seeded hash of each thread decides what goes wrong: 30 % lose every brand reply, 10 % have them 72 h and
/// more later, 8 % gain a competitor's reply before or after ours, half and half; and as much more as fills every race class and every branch of
/// censoring: 12 % more gain an early competitor, and small shares lose a post, come back after days, or are answered by machines or skewed clocks.
/// </summary>
public static class DerivedCopy
{
    /// <summary>The posts of the copy. <paramref name="rivals"/> are the handles that the added replies come from.</summary>
    public static IReadOnlyList<Said> Of(IReadOnlyList<Said> posts, string seed, IReadOnlyList<string> rivals)
    {
        var chance = new Chance(seed);
        var roots = Threads.RootsOf(posts);
        return [.. posts.GroupBy(post => roots[post.Id])
            .SelectMany(thread => Rivalled([.. Fated([.. thread.OrderBy(post => post.At).ThenBy(post => post.Id, StringComparer.Ordinal)], thread.Key, chance)],
                thread.Key, chance, rivals))
            .Select(post => post with { Company = false })];
    }

    private static IEnumerable<Said> Fated(Said[] thread, string root, Chance chance)
    {
        var opener = thread.FirstOrDefault(post => !post.Company);
        var answer = opener is null ? null : thread.FirstOrDefault(post => post.Company && post.Parent == opener.Id);
        var late = TimeSpan.FromSeconds(72 * 3600 + 1 + chance.Draw("delay", root, 5 * 86400));
        var gone = TimeSpan.FromSeconds(61 + chance.Draw("gone", root, 7200));
        return chance.Draw("fate", root, 100) switch
        {
            < 30 => thread.Where(post => !post.Company || post.Id == root),
            < 40 => thread.Select(post => post.Company && post.Id != root ? post with { At = post.At + late } : post),
            < 47 when opener is not null => thread.Where(post => !post.Company || post.Id == root)
                .Select(post => post.Author == opener.Author ? post with { DeletedAt = post.At + gone, Wiped = chance.Takes("wiped", root, 50) } : post),
            < 54 when answer is not null => thread
                .Select(post => post.Id == answer.Id ? post with { DeletedAt = post.At + gone, Wiped = chance.Takes("wiped", root, 50) } : post),
            < 61 when answer is not null => thread.Select(post => post.At > answer.At ? post with { At = post.At.AddDays(8) } : post),
            < 64 when answer is not null => thread.Append(answer with
            {
                Id = $"auto-{root}", At = opener!.At.AddSeconds(3), Bot = true, Text = $"@{opener.Author} Thank you for your message.", Mentions = [opener.Author],
            }),
            < 70 when answer is not null => thread.Select(post => post.Id == answer.Id ? post with { At = opener!.At.AddSeconds(-3) } : post),
            < 73 when answer is not null => thread
                .Select(post => post.Id == answer.Id ? post with { Parent = null, Conversation = root, Text = "Please see our site.", Mentions = [] } : post),
            _ => thread,
        };
    }

    private static IEnumerable<Said> Rivalled(Said[] thread, string root, Chance chance, IReadOnlyList<string> rivals)
    {
        if (thread.FirstOrDefault(post => !post.Company) is not { } opener) return thread;
        var (gains, early) = (chance.Takes("rival", root, 8), chance.Takes("early", root, 12));
        if (!gains && !early) return thread;
        var ours = thread.FirstOrDefault(post => post.Company && post.Parent == opener.Id && !post.Bot)?.At;
        var room = (int)Math.Clamp(((ours ?? opener.At.AddHours(3)) - opener.At).TotalSeconds - 1, 1, 6 * 3600);
        var before = ours is null || early || chance.Takes("before", root, 50);
        var rival = rivals[chance.Draw("which", root, rivals.Count)];
        return thread.Append(new Said
        {
            Id = $"rival-{root}",
            Author = rival,
            Company = true,
            At = before ? opener.At.AddSeconds(1 + chance.Draw("early", root, room)) : ours!.Value.AddSeconds(1 + chance.Draw("later", root, 7200)),
            Parent = opener.Id,
            Text = chance.Takes("named", root, 50) ? $"@{opener.Author} We would be glad to help." : "We would be glad to help.",
            Mentions = chance.Takes("named", root, 50) ? [opener.Author] : [],
        });
    }
}
