using Listening.Brands;

namespace Listening.Conversations;

/// <summary>What became of each wait: its answer, whatever agents clicked, and who else spoke to the author in the same span.</summary>
internal sealed class Outcome
{
    private readonly Course course;
    private readonly BrandRegistry registry;
    private readonly Places<(string Brand, string Author)> silenceEpisodes = new();
    private readonly Places<(string Brand, string Author)> replies = new();
    private readonly Places<(BrandKind Kind, string Author)> repliesByKind = new();
    private readonly Places<(string Brand, string Author)> automated = new();
    private readonly Places<string> help = new();

    public Outcome(Course course, Walk postsOnly, BrandRegistry registry)
    {
        this.course = course;
        this.registry = registry;
        foreach (var wait in postsOnly.Waits)
            if (wait.FirstOfEpisode)
                silenceEpisodes.Add((wait.Brand, wait.Opener.Author), wait.Order);
        var singleAnswers = postsOnly.SingleAnswers.ToDictionary(answer => answer.Order, answer => answer.Author);
        for (var order = 0; order < course.Posts.Count; order++)
        {
            var post = course.Posts[order];
            if (post is { DeletedAt: not null } or { Repost: true }) continue;
            if (singleAnswers.TryGetValue(order, out var answered)) replies.Add((post.Account!, answered), order);
            foreach (var author in course.Addressees(post)) Note(post, author, order);
        }
    }

    public IReadOnlyList<Wait> Of(Walk walk) =>
        [.. walk.Waits.Select(Of)
            .OrderBy(wait => wait.OpenedAt)
            .ThenBy(wait => wait.Brand, StringComparer.Ordinal)
            .ThenBy(wait => wait.Author, StringComparer.Ordinal)
            .ThenBy(wait => wait.Number)];

    private void Note(ConversationPost post, string author, int order)
    {
        if (Course.Helps(post)) help.Add(author, order);
        if (post.Account is not { } account) return;
        if (post.Party == Party.Automated) automated.Add((account, author), order);
        if (!Course.IsHumanReply(post)) return;
        replies.Add((account, author), order);
        repliesByKind.Add((registry.KindOf(account), author), order);
    }

    private Wait Of(RunningWait wait)
    {
        var fact = new Wait
        {
            Brand = wait.Brand,
            Author = wait.Opener.Author,
            Number = wait.Number,
            Opener = wait.Opener.Post,
            OpenedAt = wait.Opener.PostedAt,
            Episode = wait.Episode,
            FirstOfEpisode = wait.FirstOfEpisode,
            ClosedAt = wait.ClosedAt,
            ClosedBy = wait.ClosedBy?.Post,
            Skewed = wait.Skewed,
            ResolvedAt = wait.ResolvedAt,
            CensoredAt = wait.GoneAt,
            LeftOut = wait.LeftOut,
        };
        return wait.Episode == 0 ? fact : WithSpan(fact, wait);
    }

    private Wait WithSpan(Wait fact, RunningWait wait)
    {
        var (author, triple) = (wait.Opener.Author, (wait.Brand, wait.Opener.Author));
        var episode = silenceEpisodes.CountUpTo(triple, wait.Order);
        var end = silenceEpisodes.At(triple, episode) ?? course.Posts.Count;
        var rivals = registry.KindOf(wait.Brand) == BrandKind.Own ? BrandKind.Competitor : BrandKind.Own;
        var rival = repliesByKind.Between((rivals, author), wait.Order, end);
        return fact with
        {
            SilenceEpisode = episode,
            FirstOfSilenceEpisode = silenceEpisodes.At(triple, episode - 1) == wait.Order,
            RepliedAt = Earlier(wait.ClosedAt, Instant(replies.Between(triple, wait.Order, end))),
            RivalAt = Instant(rival),
            Rival = rival is { } place ? course.Posts[place].Account : null,
            HelpedAt = Instant(help.Between(author, wait.Order, end)),
            AutomatedAt = Instant(automated.Between(triple, wait.Order, end)),
        };
    }

    private DateTimeOffset? Instant(int? place) => place is { } order ? course.Posts[order].PostedAt : null;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
