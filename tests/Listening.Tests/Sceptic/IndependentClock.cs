using Listening.Brands;
using Listening.Collecting;

namespace Listening.Tests.Sceptic;

/// <summary>
/// The waits of a set of posts by the words of metrics.md: what happened is walked through in order of time, one thread after another,
/// with nothing but lists. No labels and no case events: every customer post that addresses a brand needs an answer.
/// </summary>
public static class IndependentClock
{
    private static readonly TimeSpan Silence = TimeSpan.FromDays(7);

    public static IReadOnlyList<Waiting> Run(IReadOnlyList<Said> posts, Known known)
    {
        var roots = Threads.RootsOf(posts);
        return [.. posts.GroupBy(post => roots[post.Id]).SelectMany(thread => new Conversation([.. thread], thread.Key, known).Waits())];
    }

    private sealed class Open(string author, Said opener)
    {
        public string Author => author;
        public Said Opener => opener;
        public List<Said> Posts { get; } = [opener];
    }

    private sealed class Conversation
    {
        private readonly string root;
        private readonly Known known;
        private readonly List<Said> posts;
        private readonly Dictionary<string, Said> byId;
        private readonly List<Waiting> waits = [];

        public Conversation(List<Said> posts, string root, Known known)
        {
            (this.root, this.known) = (root, known);
            byId = posts.ToDictionary(post => post.Id);
            this.posts = [.. posts.OrderBy(post => post.At).ThenBy(Depth).ThenBy(post => known.IsCustomer(post) ? 0 : 1).ThenBy(post => PostKey.Of(post.Source, post.Id))];
        }

        public IEnumerable<Waiting> Waits()
        {
            foreach (var brand in known.Brands) Walk(brand);
            return waits.Select(WithReplies);
        }

        /// <summary>Goes through the posts once for one brand; a wait that ended is written down the moment it ends.</summary>
        private void Walk(Brand brand)
        {
            var open = new List<Open>();
            foreach (var post in posts)
            {
                foreach (var one in open.ToList())
                    if (GoneBy(one, post.At) is { } gone)
                        End(brand, open, one, null, gone, false);

                if (Answers(post, brand))
                {
                    var to = AuthorsOf(post);
                    var ended = to.Count == 0 ? open.Count == 1 ? open.ToList() : [] : open.Where(one => to.Contains(one.Author)).ToList();
                    foreach (var one in ended) End(brand, open, one, post.At, null, false);
                }
                else if (known.IsCustomer(post) && Addresses(post, brand))
                {
                    var one = open.FirstOrDefault(other => other.Author == post.Author);
                    if (one is null) open.Add(one = new(post.Author, post));
                    else one.Posts.Add(post);
                    if (posts.FirstOrDefault(reply => Answers(reply, brand) && reply.Parent == post.Id && reply.At < post.At) is { } early)
                        End(brand, open, one, one.Opener.At, null, early.At < one.Opener.At);
                }
            }
            foreach (var one in open.ToList()) End(brand, open, one, null, GoneBy(one, DateTimeOffset.MaxValue), false);
        }

        private void End(Brand brand, List<Open> open, Open one, DateTimeOffset? answered, DateTimeOffset? gone, bool skewed)
        {
            open.Remove(one);
            var earlier = waits.Where(wait => wait.Brand == brand.Name && wait.Opener.Author == one.Author).ToList();
            var fresh = earlier.Count == 0 || one.Opener.At - LastHeard(brand, one, earlier[^1]) >= Silence;
            waits.Add(new()
            {
                Brand = brand.Name,
                Own = brand.Kind == BrandKind.Own,
                Opener = one.Opener,
                Thread = root,
                Number = earlier.Count + 1,
                Episode = earlier.Count == 0 ? 1 : earlier[^1].Episode + (fresh ? 1 : 0),
                FirstOfEpisode = fresh,
                AnsweredAt = answered,
                GoneAt = answered is null ? gone : null,
                Skewed = skewed,
            });
        }

        /// <summary>The last instant before the wait at which either side said something to the other.</summary>
        private DateTimeOffset LastHeard(Brand brand, Open one, Waiting last)
        {
            var spoken = posts
                .Where(post => post.At < one.Opener.At && ((Answers(post, brand) && AuthorsOf(post).Contains(one.Author)) || post.Author == one.Author))
                .Select(post => post.At);
            return spoken.Append(last.AnsweredAt ?? last.GoneAt ?? last.Opener.At).Max();
        }

        /// <summary>The instant at which the last of the wait's posts was taken away, when that was before <paramref name="before"/>.</summary>
        private static DateTimeOffset? GoneBy(Open one, DateTimeOffset before) =>
            one.Posts.All(post => post.DeletedAt is not null) && one.Posts.Max(post => post.DeletedAt) is { } gone && gone < before ? gone : null;

        private bool Answers(Said post, Brand brand) => known.AccountOf(post)?.Name == brand.Name && Known.IsHuman(post);

        private bool Addresses(Said post, Brand brand) =>
            Known.Names(post, brand) || (post.Parent is { } parent && byId.TryGetValue(parent, out var above) && known.AccountOf(above)?.Name == brand.Name);

        /// <summary>Whom a reply is to: the author of its parent and every author it mentions; without case, by handle.</summary>
        private HashSet<string> AuthorsOf(Said reply)
        {
            var to = new HashSet<string>(reply.Mentions, StringComparer.OrdinalIgnoreCase);
            if (reply.Parent is { } parent && byId.TryGetValue(parent, out var above) && above.Author != reply.Author) to.Add(above.Author);
            return to;
        }

        private Waiting WithReplies(Waiting wait)
        {
            var next = waits.Where(other => other.Brand == wait.Brand && other.Opener.Author == wait.Opener.Author && other.Episode > wait.Episode)
                .Select(other => other.Opener.Id).FirstOrDefault();
            DateTimeOffset? First(Func<Brand, bool> by) => posts.SkipWhile(post => post.Id != wait.Opener.Id).TakeWhile(post => post.Id != next)
                .Where(post => known.AccountOf(post) is { } account && by(account)
                    && Known.IsHuman(post) && AuthorsOf(post).Contains(wait.Opener.Author))
                .Select(post => (DateTimeOffset?)post.At).Min();
            // An answer to nobody by name that closed this wait, or a later one of its episode, was to this author all the same.
            var closing = waits.Where(other => other.Brand == wait.Brand && other.Opener.Author == wait.Opener.Author && other.Episode == wait.Episode
                && (other.Number == wait.Number || (other.Number > wait.Number && !other.Skewed))).Select(other => other.AnsweredAt);
            return wait with
            {
                RepliedAt = closing.Append(First(account => account.Name == wait.Brand)).Min(),
                RivalAt = First(account => account.Kind == (wait.Own ? BrandKind.Competitor : BrandKind.Own)),
            };
        }

        private int Depth(Said post)
        {
            var depth = 0;
            while (post.Parent is { } parent && byId.TryGetValue(parent, out var above))
            {
                depth++;
                post = above;
            }
            return depth;
        }
    }
}
