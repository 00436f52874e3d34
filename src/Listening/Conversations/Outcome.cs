using Listening.Brands;
using Listening.Classifying;

namespace Listening.Conversations;

/// <summary>What became of each wait: its answer, whatever agents clicked, and who else spoke to the author in the same span.</summary>
internal sealed class Outcome
{
    private readonly Course course;
    private readonly Walk postsOnly;
    private readonly BrandRegistry registry;
    private readonly Dictionary<string, List<int>> spokenTo = [];
    private readonly Dictionary<(string Brand, string Author), List<RunningWait>> silence;

    public Outcome(Course course, Walk postsOnly, BrandRegistry registry)
    {
        this.course = course;
        this.postsOnly = postsOnly;
        this.registry = registry;
        silence = postsOnly.Waits.Where(wait => wait.Episode > 0)
            .GroupBy(wait => (wait.Brand, wait.Opener.Author))
            .ToDictionary(group => group.Key, group => group.ToList());
        for (var order = 0; order < course.Posts.Count; order++)
        {
            if (course.Posts[order] is { DeletedAt: not null } or { Repost: true }) continue;
            foreach (var author in course.Addressees(course.Posts[order]))
            {
                if (!spokenTo.TryGetValue(author, out var posts)) spokenTo.Add(author, posts = []);
                posts.Add(order);
            }
        }
    }

    public IReadOnlyList<Wait> Of(Walk walk) =>
        [.. walk.Waits.Select(Of)
            .OrderBy(wait => wait.OpenedAt)
            .ThenBy(wait => wait.Brand, StringComparer.Ordinal)
            .ThenBy(wait => wait.Author, StringComparer.Ordinal)
            .ThenBy(wait => wait.Number)];

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
        var own = silence[(wait.Brand, wait.Opener.Author)];
        var place = own.FindLastIndex(candidate => candidate.Order <= wait.Order);
        var silent = own[place];
        var next = own.Skip(place + 1).FirstOrDefault(candidate => candidate.FirstOfEpisode);
        var span = Span(wait, next?.Order ?? course.Posts.Count);
        var replies = span.Where(post => post.Account == wait.Brand && Course.IsHumanReply(post)).Concat(ToNobody(wait, own, silent.Episode));
        var rival = span.FirstOrDefault(post => post.Account is { } account && Course.IsHumanReply(post) && registry.KindOf(account) != registry.KindOf(wait.Brand));
        return fact with
        {
            SilenceEpisode = silent.Episode,
            FirstOfSilenceEpisode = silent.FirstOfEpisode && silent.Order == wait.Order,
            RepliedAt = Earlier(wait.ClosedAt, Earliest(replies)),
            RivalAt = rival?.PostedAt,
            Rival = rival?.Account,
            HelpedAt = Earliest(span.Where(post => post is { Party: Party.Customer } && post.Intent != Intent.Question)),
            AutomatedAt = Earliest(span.Where(post => post.Account == wait.Brand && post.Party == Party.Automated)),
        };
    }

    private List<ConversationPost> Span(RunningWait wait, int end)
    {
        if (!spokenTo.TryGetValue(wait.Opener.Author, out var orders)) return [];
        var start = orders.BinarySearch(wait.Order);
        return [.. orders.Skip(start < 0 ? ~start : start).TakeWhile(order => order < end).Select(order => course.Posts[order])];
    }

    private IEnumerable<ConversationPost> ToNobody(RunningWait wait, List<RunningWait> own, int episode) =>
        own.Where(candidate => candidate.Episode == episode)
            .SelectMany(candidate => (postsOnly.RepliesToNobody.GetValueOrDefault(candidate) ?? [])
                .Where(reply => reply.PostedAt > wait.Opener.PostedAt || (reply.PostedAt == wait.Opener.PostedAt && candidate.Order >= wait.Order)));

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private static DateTimeOffset? Earliest(IEnumerable<ConversationPost> posts) => posts.Select(post => (DateTimeOffset?)post.PostedAt).Min();
}
