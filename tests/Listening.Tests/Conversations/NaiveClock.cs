using Listening.Classifying;
using Listening.Conversations;

namespace Listening.Tests.Conversations;

/// <summary>
/// The clock again, in the dumbest way: for each brand the history is played through and every question is answered by looking at everything
/// that happened before. Shares no code with the product's, only the words (<see cref="Wait"/>, <see cref="ConversationPost"/>).
/// </summary>
internal sealed class NaiveClock(History history, TimeSpan silence, IReadOnlyList<string> ownBrands)
{
    private readonly List<ConversationPost> posts = InOrder(history.Posts);

    public IReadOnlyList<Wait> Waits()
    {
        var waits = new List<Wait>();
        foreach (var brand in posts.SelectMany(AddressedBy).Distinct())
        {
            var bySilence = new Play(this, brand, []).Spells;
            foreach (var spell in new Play(this, brand, history.Events).Spells) waits.Add(Fact(brand, spell, bySilence));
        }
        return [.. waits.OrderBy(wait => wait.OpenedAt).ThenBy(wait => wait.Brand, StringComparer.Ordinal).ThenBy(wait => wait.Author, StringComparer.Ordinal).ThenBy(wait => wait.Number)];
    }

    private Wait Fact(string brand, Spell spell, List<Spell> bySilence)
    {
        var author = spell.Opener.Author;
        var wait = new Wait
        {
            Brand = brand,
            Author = author,
            Number = spell.Number,
            Opener = spell.Opener.Post,
            OpenedAt = spell.Opener.PostedAt,
            Episode = spell.Episode,
            FirstOfEpisode = spell.First,
            ClosedAt = spell.AnsweredAt,
            ClosedBy = spell.Answer?.Post,
            Skewed = spell.Answer?.PostedAt < spell.Opener.PostedAt,
            ResolvedAt = spell.ResolvedAt,
            CensoredAt = spell.Answer is null && spell.Posts.All(post => post.DeletedAt is not null) && spell.Episode > 0 ? spell.Posts.Max(Gone) : spell.Episode == 0 ? Gone(spell.Opener) : null,
            LeftOut = spell.LeftOut,
        };
        if (spell.Episode == 0) return wait;

        var mine = bySilence.Where(other => other.Opener.Author == author && other.Episode > 0).ToList();
        var silent = mine.Last(other => Place(other.Opener) <= Place(spell.Opener));
        var end = mine.Where(other => other.Episode > silent.Episode).Select(other => Place(other.Opener)).DefaultIfEmpty(posts.Count).Min();
        var span = posts.Where(post => Place(post) > Place(spell.Opener) && Place(post) < end && post.DeletedAt is null && !post.Repost).ToList();
        var toAuthor = span.Where(post => SpokenTo(post).Contains(author)).ToList();
        var replied = span.Where(post => mine.Any(other => other.Answer == post && IsToNobody(post)))
            .Concat(toAuthor.Where(post => IsReplyOf(post, brand))).Select(post => (DateTimeOffset?)post.PostedAt).Append(spell.AnsweredAt).Min();
        var rival = toAuthor.FirstOrDefault(post => post.Account is { } account && IsReplyOf(post, account) && ownBrands.Contains(account) != ownBrands.Contains(brand));
        return wait with
        {
            SilenceEpisode = silent.Episode,
            FirstOfSilenceEpisode = silent.Opener == spell.Opener && silent.First,
            RepliedAt = replied,
            RivalAt = rival?.PostedAt,
            Rival = rival?.Account,
            HelpedAt = toAuthor.FirstOrDefault(post => post.Party == Party.Customer && post.Intent != Intent.Question && post.Relevance != Relevance.Spam)?.PostedAt,
            AutomatedAt = toAuthor.FirstOrDefault(post => post.Party == Party.Automated && post.Account == brand)?.PostedAt,
        };
    }

    private int Place(ConversationPost post) => posts.FindIndex(other => other.Post == post.Post);

    private ConversationPost? Above(ConversationPost post) => posts.Find(other => other.Post == post.Parent);

    private IEnumerable<string> AddressedBy(ConversationPost post) =>
        post.Party == Party.Customer ? post.Brands.Concat(Above(post)?.Account is { } account ? [account] : []).Distinct() : [];

    private List<string> SpokenTo(ConversationPost post) =>
        [.. posts.Where(other => other.Author != post.Author
            && (other.Post == post.Parent || post.Mentions.Any(name => name.Equals(other.Handle, StringComparison.OrdinalIgnoreCase)))).Select(other => other.Author)];

    private bool IsToNobody(ConversationPost post) => post.Mentions.Count == 0 && SpokenTo(post).Count == 0;

    private static bool IsReplyOf(ConversationPost post, string brand) =>
        post.Account == brand && post.DeletedAt is null && !post.Repost && (post.Party == Party.Own || post.Party == Party.Competitor);

    private static DateTimeOffset? Gone(ConversationPost post) => post.DeletedAt < post.PostedAt ? post.PostedAt : post.DeletedAt;

    private static List<ConversationPost> InOrder(IReadOnlyList<ConversationPost> all)
    {
        int Above(ConversationPost post) => all.FirstOrDefault(other => other.Post == post.Parent) is { } parent ? 1 + Above(parent) : 0;
        var order = all.ToList();
        order.Sort((one, other) => (one.PostedAt, Above(one), one.Account is null ? 0 : 1, one.Post).CompareTo((other.PostedAt, Above(other), other.Account is null ? 0 : 1, other.Post)));
        return order;
    }

    private sealed class Spell(ConversationPost opener, int number)
    {
        public ConversationPost Opener => opener;
        public int Number => number;
        public List<ConversationPost> Posts { get; } = [opener];
        public int Episode { get; set; }
        public bool First { get; set; }
        public ConversationPost? Answer { get; set; }
        public DateTimeOffset? AnsweredAt => Answer is null ? null : Answer.PostedAt < opener.PostedAt ? opener.PostedAt : Answer.PostedAt;
        public DateTimeOffset? ResolvedAt { get; set; }
        public string LeftOut { get; set; } = "";
        public bool Clicked { get; set; }
        public bool GoneBefore(DateTimeOffset at) => Posts.All(post => Gone(post) < at);
        public bool WaitsAt(DateTimeOffset at) => Answer is null && ResolvedAt is null && !GoneBefore(at);
    }

    /// <summary>One brand's waits, as they come.</summary>
    private sealed class Play
    {
        private readonly NaiveClock clock;
        private readonly string brand;

        public Play(NaiveClock clock, string brand, IReadOnlyList<CaseEvent> events)
        {
            (this.clock, this.brand) = (clock, brand);
            var acts = events.Where(act => act.Brand == brand && act.Kind != CaseEventKind.Assigned).OrderBy(act => act.At).ThenBy(act => act.Kind).ThenBy(act => act.Reason, StringComparer.Ordinal).ToList();
            foreach (var post in clock.posts)
            {
                foreach (var act in acts.Where(act => act.At < post.PostedAt).ToList()) { Click(act); acts.Remove(act); }
                if (IsReplyOf(post, brand)) Answer(post);
                else if (clock.AddressedBy(post).Contains(brand) && !post.Repost && post.Intent is not (Intent.Praise or Intent.Other)) Ask(post);
            }
            acts.ForEach(Click);
        }

        public List<Spell> Spells { get; } = [];

        private Spell? LastOf(string author) => Spells.LastOrDefault(spell => spell.Opener.Author == author && spell.Episode > 0);

        private void Answer(ConversationPost reply)
        {
            var waiting = Spells.Where(spell => spell.Episode > 0 && spell.WaitsAt(reply.PostedAt)).ToList();
            if (clock.IsToNobody(reply))
            {
                if (waiting.Count == 1) waiting[0].Answer = reply;
            }
            else
                foreach (var author in clock.SpokenTo(reply))
                    if (LastOf(author) is { Answer: null, LeftOut: "" } last && !last.GoneBefore(reply.PostedAt))
                        last.Answer = reply;
        }

        private void Ask(ConversationPost post)
        {
            var number = 1 + Spells.Count(spell => spell.Opener.Author == post.Author);
            if (post.Relevance != Relevance.AboutUs)
            {
                Spells.Add(new(post, number) { LeftOut = post.Relevance == Relevance.NotUs ? "not us" : post.Relevance == Relevance.Spam ? "spam" : "excluded" });
                return;
            }
            var last = LastOf(post.Author);
            if (last is not null && last.WaitsAt(post.PostedAt)) last.Posts.Add(post);
            else
            {
                var first = last is null || last.Clicked || post.PostedAt - LastHeard(post, last) >= clock.Silence;
                Spells.Add(last = new(post, number) { First = first, Episode = (last?.Episode ?? 0) + (first ? 1 : 0) });
            }
            last.Answer = clock.posts.Find(reply => reply.Parent == post.Post && IsReplyOf(reply, brand) && reply.PostedAt < post.PostedAt);
        }

        private DateTimeOffset LastHeard(ConversationPost post, Spell last) => clock.posts.Take(clock.Place(post))
            .Where(other => other.Author == post.Author || (IsReplyOf(other, brand) && clock.SpokenTo(other).Contains(post.Author)) || Spells.Any(spell => spell.Opener.Author == post.Author && spell.Answer == other))
            .Select(other => other.PostedAt)
            .Append(last.Answer is null && last.GoneBefore(post.PostedAt) ? last.Posts.Max(Gone)!.Value : last.Opener.PostedAt).Max();

        private void Click(CaseEvent act)
        {
            if (LastOf(act.Author) is not { } last) return;
            if (act.Kind == CaseEventKind.Reopened)
            {
                if (last.Answer is null && last.ResolvedAt is not null) (last.ResolvedAt, last.LeftOut) = (null, "");
                return;
            }
            last.Clicked = true;
            if (last.Answer is not null || last.GoneBefore(act.At)) return;
            last.ResolvedAt ??= act.At;
            if (act.Kind == CaseEventKind.NoAnswerNeeded && last.LeftOut.Length == 0)
                last.LeftOut = string.IsNullOrEmpty(act.Reason) ? "no answer needed" : $"no answer needed: {act.Reason}";
        }
    }

    private TimeSpan Silence => silence;
}
