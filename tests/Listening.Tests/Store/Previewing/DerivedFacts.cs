using Listening.Brands;
using Listening.Storing;

namespace Listening.Tests.Store.Previewing;

/// <summary>All that the facts say of posts and waits, and how it differs from others.</summary>
internal sealed class DerivedFacts
{
    private readonly Dictionary<UInt128, (string Party, string Relevance, string[] Brands)> posts = [];
    private readonly Dictionary<(string Brand, UInt128 Opener), (string State, string Answer, string Row)> waits = [];

    /// <summary>Every row as text.</summary>
    public IEnumerable<string> Everything => posts.Select(post => $"{post.Key} {post.Value.Party} {post.Value.Relevance} {string.Join(',', post.Value.Brands)}")
        .Concat(waits.Select(wait => $"{wait}")).Order(StringComparer.Ordinal);

    public static async Task<DerivedFacts> ReadAsync(OpenStore store)
    {
        var facts = new DerivedFacts();
        await foreach (var row in store.Main.ReadAsync(Sql("SELECT post, toString(party) AS party, toString(relevance) AS relevance, brands FROM thread FINAL"), CancellationToken.None))
            facts.posts.Add(row.Get<UInt128>("post"), (row.Get<string>("party"), row.Get<string>("relevance"), [.. row.Get<object?[]>("brands").Cast<string>()]));
        await foreach (var row in store.Main.ReadAsync(Sql("SELECT * EXCEPT (conversation, revision, gone) FROM waits FINAL"), CancellationToken.None))
            facts.waits.Add(
                (row.Get<string>("brand"), row.Get<UInt128>("opener")),
                (State(row), $"{row["closed_at"]:O} {row["closed_by"]} {row["skewed"]}", string.Join('|', row.Values.Select(value => $"{value}"))));
        return facts;
    }

    public IEnumerable<string> PostsTold(DerivedFacts now) => posts
        .SelectMany(post => Told(post.Value, now.posts[post.Key])).GroupBy(told => told).Select(told => $"{told.Key} {told.Count()}");

    public IEnumerable<string> WaitsTold(DerivedFacts now)
    {
        var told = new List<string>();
        foreach (var key in waits.Keys.Union(now.waits.Keys))
        {
            var (known, stands) = (waits.TryGetValue(key, out var before), now.waits.TryGetValue(key, out var after));
            var (was, then) = (known ? before.State : "absent", stands ? after.State : "absent");
            if (was != then || before != after) told.Add($"{key.Brand} {was} {then} {was == then && before.Answer != after.Answer}");
        }

        return told.GroupBy(one => one).Select(one => $"{one.Key} {one.Count()}");
    }

    public IEnumerable<BrandWaits> Brands(DerivedFacts now) => waits.Keys.Concat(now.waits.Keys).Select(wait => wait.Brand).Distinct().Order(StringComparer.Ordinal)
        .Select(brand => new BrandWaits(brand, Counted(brand), now.Counted(brand)));

    private static IEnumerable<string> Told((string Party, string Relevance, string[] Brands) was, (string Party, string Relevance, string[] Brands) now)
    {
        if (was.Party != now.Party) yield return $"party  {was.Party} {now.Party}";
        if (was.Relevance != now.Relevance && now.Relevance == "excluded") yield return "excluded   ";
        if (was.Relevance != now.Relevance && was.Relevance == "excluded") yield return "included   ";
        foreach (var brand in now.Brands.Except(was.Brands)) yield return $"named {brand}  ";
        foreach (var brand in was.Brands.Except(now.Brands)) yield return $"not_named {brand}  ";
    }

    private int Counted(string brand) => waits.Count(wait => wait.Key.Brand == brand && wait.Value.State != "left_out");

    private static string State(FactRow row) =>
        row.Get<string>("left_out").Length > 0 ? "left_out" : row["closed_at"] is not null ? "answered" : row["censored_at"] is not null ? "deleted" : "waiting";

    private static FactQuery Sql(string text) => new(text, new Dictionary<string, object?>());
}
