using Listening.Brands;
using Listening.Collecting;

namespace Listening.Tests.Sceptic;

/// <summary>Recovery, loyalty, defection and voice by the words of metrics.md, over lists.</summary>
internal sealed class IndependentRecovery(IReadOnlyList<Said> posts, IReadOnlyList<Waiting> waits, Known known, Func<string, string> tone)
{
    private readonly IReadOnlyDictionary<string, string> roots = Threads.RootsOf(posts);
    private readonly ILookup<string, Said> byAuthor = posts.OrderBy(post => post.At).ThenBy(post => PostKey.Of(post.Source, post.Id)).ToLookup(post => post.Author);

    /// <summary>Answered first waits of the period, each with what became of its author's tone; "too young", "late" and "unknown" are in no number.</summary>
    public IReadOnlyList<FoundRow> Outcomes(Window window)
    {
        var cohort = Cohort(window);
        return [.. cohort.Where(wait => wait.AnsweredAt <= window.AsOf).Select(wait => Row(wait, wait.AnsweredAt!.Value, window, Waited(cohort)))];
    }

    /// <summary>The same of those whom nobody had answered, from their opening on.</summary>
    public IReadOnlyList<FoundRow> Unanswered(Window window)
    {
        var cohort = Cohort(window);
        return [.. cohort.Where(wait => !(wait.AnsweredAt <= window.AsOf)).Select(wait => Row(wait, wait.Opener.At, window, Waited(cohort)))];
    }

    public IReadOnlyList<FoundRow> Returned(Window window)
    {
        var ripe = waits.Where(wait => wait.Own && wait.FirstOfEpisode && wait.AnsweredAt?.AddDays(90) is { } end && end >= window.From && end < window.To && end <= window.AsOf).ToList();
        var waited = Waited(ripe);
        return
        [
            .. ripe.Select(wait => new FoundRow(wait.Opener.Id, wait.Brand, null, byAuthor[wait.Opener.Author].Any(post =>
                Stands(post, window.AsOf) && post.At >= wait.AnsweredAt!.Value.AddDays(8) && post.At <= wait.AnsweredAt.Value.AddDays(90) && About(post, wait, waited)
                && (tone(post.Id) is "positive" or "neutral")) ? "returned" : "not seen again")),
        ];
    }

    public IReadOnlyList<FoundRow> Defected(Window window) =>
    [
        .. from wait in waits
           where wait.Own && wait.FirstOfEpisode && wait.RivalAt is not null
           let since = wait.RivalAt!.Value
           where since - wait.Opener.At <= TimeSpan.FromHours(72) && !(wait.RepliedAt <= since)
           let until = since.AddDays(90)
           where until >= window.From && until < window.To && until <= window.AsOf
           let gone = byAuthor[wait.Opener.Author].Any(post => Stands(post, window.AsOf) && post.At > since && post.At <= until && tone(post.Id) == "positive"
               && known.Brands.Any(brand => brand.Kind == BrandKind.Competitor && Known.Names(post, brand)))
           select new FoundRow(wait.Opener.Id, wait.Brand, null, gone ? "defected" : "not seen"),
    ];

    /// <summary>Mentions by brand in customers' posts of the period, by posts or by authors.</summary>
    public IReadOnlyDictionary<string, int> Mentions(Window window, bool byAuthors) =>
        (from post in posts
         where post.At >= window.From && post.At < window.To && post.At <= window.AsOf && Stands(post, window.AsOf) && known.IsCustomer(post)
         from brand in known.Brands
         where Known.Names(post, brand)
         select (brand.Name, Who: byAuthors ? post.Author : post.Id)).Distinct().GroupBy(mention => mention.Name).ToDictionary(group => group.Key, group => group.Count());

    private IReadOnlyList<Waiting> Cohort(Window window) =>
        [.. waits.Where(wait => wait.Own && wait.FirstOfEpisode && wait.Opener.At >= window.From && wait.Opener.At < window.To && wait.Opener.At <= window.AsOf)];

    private static HashSet<(string Thread, string Brand, string Author)> Waited(IEnumerable<Waiting> cohort) => [.. cohort.Select(wait => (wait.Thread, wait.Brand, wait.Opener.Author))];

    private FoundRow Row(Waiting wait, DateTimeOffset since, Window window, HashSet<(string Thread, string Brand, string Author)> waited)
    {
        string State()
        {
            if (since.AddDays(7) > window.AsOf) return "too young";
            if (since - wait.Opener.At > TimeSpan.FromDays(30)) return "late";
            var said = byAuthor[wait.Opener.Author].Where(post => Stands(post, window.AsOf) && About(post, wait, waited)).ToList();
            var after = said.Where(post => post.At > since && post.At <= since.AddDays(7)).ToList();
            if (after.Count == 0) return "silent";
            var before = said.Where(post => post.At >= wait.Opener.At && post.At <= since).Select(post => tone(post.Id)).LastOrDefault(one => one.Length > 0) ?? tone(wait.Opener.Id);
            var last = after.Select(post => tone(post.Id)).LastOrDefault(one => one.Length > 0) ?? "";
            if (before.Length == 0 || last.Length == 0) return "unknown";
            return (before == "negative", last == "negative") switch { (true, false) => "recovered", (false, true) => "worsened", _ => "unchanged" };
        }

        return new(wait.Opener.Id, wait.Brand, null, State());
    }

    private static bool Stands(Said post, DateTimeOffset asOf) => !(post.DeletedAt <= asOf);

    // A post names the brand, or stands in a conversation in which its author waited for it.
    private bool About(Said post, Waiting wait, HashSet<(string Thread, string Brand, string Author)> waited) =>
        waited.Contains((roots[post.Id], wait.Brand, wait.Opener.Author)) || Known.Names(post, known.Brands.Single(brand => brand.Name == wait.Brand));
}
