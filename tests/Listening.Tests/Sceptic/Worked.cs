using System.Security.Cryptography;
using System.Text;
using Listening.Cases;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Conversations;

namespace Listening.Tests.Sceptic;

/// <summary>
/// What a seeded hash adds to a copy of real threads: a tone for four posts in five, authors who write again weeks later, and agents who take, answer, resolve and
/// take up again what is waited for. All that agents do comes after the last post of its conversation.
/// </summary>
internal sealed class Worked(string seed)
{
    private static readonly string[] Tones = ["negative", "negative", "negative", "negative", "neutral", "neutral", "positive", "positive", "", ""];
    private static readonly string[] Agents = ["ben", "cem", "dan"];
    private readonly Chance chance = new(seed);

    /// <summary>The tone of a post; nothing for one in five.</summary>
    public string ToneOf(string post) => Tones[chance.Draw("tone", post, Tones.Length)];

    /// <summary>How many seconds after it was written a post came in.</summary>
    public int SeenAfter(string post) => 1 + chance.Draw("seen", post, 900);

    /// <summary>The posts, and those with which half of the authors come back within a hundred days: about the same brand or about another one.</summary>
    public IReadOnlyList<Said> WithReturns(IReadOnlyList<Said> posts, Known known)
    {
        var roots = Threads.RootsOf(posts);
        return
        [
            .. posts,
            .. posts.GroupBy(post => roots[post.Id]).Where(thread => chance.Takes("returns", thread.Key, 50)).SelectMany(thread =>
            {
                if (thread.OrderBy(post => post.At).ThenBy(post => post.Id, StringComparer.Ordinal).FirstOrDefault(known.IsCustomer) is not { } opener) return Array.Empty<Said>();
                var named = known.Brands.FirstOrDefault(brand => Known.Names(opener, brand)) ?? known.Brands[0];
                if (chance.Takes("elsewhere", thread.Key, 40)) named = known.Brands[chance.Draw("brand", thread.Key, known.Brands.Count)];
                var handle = named.Handles[0][(named.Handles[0].IndexOf(':', StringComparison.Ordinal) + 1)..];
                var later = chance.Takes("soon", thread.Key, 50) ? chance.Draw("hours", thread.Key, 9 * 24 * 3600) : chance.Draw("days", thread.Key, 100 * 24 * 3600);
                return new[]
                {
                    new Said { Id = $"again-{thread.Key}", Author = opener.Author, At = opener.At.AddSeconds(60 + later), Text = $"@{handle} it is me again", Mentions = [handle] },
                };
            }),
        ];
    }

    public IReadOnlyList<PostLabel> Labels(IReadOnlyList<Said> posts) =>
    [
        .. posts.Where(post => ToneOf(post.Id).Length > 0)
            .Select(post => new PostLabel(new(post.Source, post.Id), LabelTasks.Sentiment, ToneOf(post.Id), ByPerson: true, post.At.AddSeconds(1), 1, "sceptic")),
    ];

    /// <summary>What was done about each (conversation, brand of ours, author), in order; nothing for some.</summary>
    public IReadOnlyDictionary<(string Thread, string Brand, string Author), IReadOnlyList<CaseEvent>> Deeds(IReadOnlyList<Said> posts, IReadOnlyList<Waiting> waits)
    {
        var roots = Threads.RootsOf(posts);
        var ends = posts.GroupBy(post => roots[post.Id]).ToDictionary(thread => thread.Key, thread => thread.Max(post => post.At));
        return waits.Where(wait => wait.Own).Select(wait => (wait.Thread, wait.Brand, wait.Opener.Author)).Distinct().Where(triple => chance.Takes("worked", $"{triple}", 70))
            .ToDictionary(triple => triple, triple => (IReadOnlyList<CaseEvent>)Deeds(triple.Brand, triple.Author, $"{triple}", ends[triple.Thread].AddSeconds(1)));
    }

    public static IReadOnlyList<OutgoingCaseEvent> Sent(
        IReadOnlyDictionary<(string Thread, string Brand, string Author), IReadOnlyList<CaseEvent>> deeds, IReadOnlyList<Waiting> waits)
    {
        var openers = waits.GroupBy(wait => (wait.Thread, wait.Brand, wait.Opener.Author)).ToDictionary(group => group.Key, group => group.First().Opener);
        return [.. deeds.SelectMany(one => one.Value.Select((deed, at) =>
            new OutgoingCaseEvent(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{one.Key} {at}"))[..16]), PostKey.Of(openers[one.Key].Source, openers[one.Key].Id), deed)))];
    }

    private List<CaseEvent> Deeds(string brand, string author, string triple, DateTimeOffset from)
    {
        CaseEvent Deed(DateTimeOffset at, CaseEventKind kind, string by, string to = "") => new(at, brand, author, kind) { By = by, To = to };
        var (taker, replier) = (Agents[chance.Draw("taker", triple, 3)], Agents[chance.Draw("replier", triple, 3)]);
        var at = from.AddSeconds(chance.Draw("taken", triple, 5000));
        var deeds = new List<CaseEvent> { Deed(at, CaseEventKind.Assigned, taker, taker) };
        if (chance.Takes("given", triple, 30)) deeds.Add(Deed(at = at.AddSeconds(600), CaseEventKind.Assigned, taker, replier));
        if (chance.Takes("replies", triple, 60)) deeds.Add(Deed(at = at.AddSeconds(1 + chance.Draw("reply", triple, 7200)), CaseEventKind.Replied, replier));
        if (!chance.Takes("resolves", triple, 80)) return deeds;
        deeds.Add(Deed(at = at.AddSeconds(1 + chance.Draw("resolve", triple, 86400)), CaseEventKind.Resolved, replier));
        if (!chance.Takes("reopens", triple, 40)) return deeds;
        deeds.Add(Deed(at = at.AddSeconds(1 + chance.Draw("reopen", triple, 14 * 86400)), CaseEventKind.Reopened, taker));
        if (chance.Takes("again", triple, 60)) deeds.Add(Deed(at.AddSeconds(1 + chance.Draw("resolved again", triple, 86400)), CaseEventKind.Resolved, taker));
        return deeds;
    }
}
