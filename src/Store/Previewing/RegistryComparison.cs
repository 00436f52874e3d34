using Listening.Brands;
using Listening.Storing;

namespace Listening.Store.Previewing;

/// <summary>Compares the facts that readers see with those beside them.</summary>
internal sealed class RegistryComparison(StoreDatabases databases)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public async Task<RegistryChange> CompareAsync(CancellationToken cancellationToken)
    {
        var extent = await RowsAsync(Sql.Of("Previewing/Extent.sql"), cancellationToken);
        var posts = await RowsAsync(Both("Previewing/Posts.sql"), cancellationToken);
        var waits = await RowsAsync(Both("Previewing/Waits.sql"), cancellationToken);
        var changed = await RowsAsync(Both("Previewing/ChangedPosts.sql"), cancellationToken);
        var brands = await RowsAsync(Both("Previewing/BrandWaits.sql"), cancellationToken);
        var examples = await ExamplesAsync([.. posts.Concat(waits).SelectMany(Keys).Distinct()], cancellationToken);
        return new()
        {
            Posts = (long)extent[0].Get<ulong>("posts"),
            From = (DateTimeOffset?)extent[0]["first"],
            To = (DateTimeOffset?)extent[0]["last"],
            ChangedPosts = (long)changed[0].Get<ulong>("changed"),
            ChangedWaits = waits.Sum(row => (long)row.Get<ulong>("waits")),
            Brands = brands.ConvertAll(row => new BrandWaits(row.Get<string>("brand"), (long)row.Get<ulong>("before"), (long)row.Get<ulong>("after"))),
            PostChanges = posts.ConvertAll(row => new PostChange(
                row.Get<string>("kind"), row.Get<string>("brand"), row.Get<string>("was"), row.Get<string>("now"), (long)row.Get<ulong>("posts"), Of(row, examples))),
            WaitChanges = waits.ConvertAll(row => new WaitChange(
                row.Get<string>("brand"), row.Get<string>("was"), row.Get<string>("now"), row.Get<long>("closing") != 0, (long)row.Get<ulong>("waits"), Of(row, examples))),
            Seconds = 0,
        };
    }

    private FactQuery Both(string file) => Sql.Of(file, ("main", databases.Name), ("preview", databases.PreviewName)) with { Limit = Limit };

    private async Task<Dictionary<UInt128, ChangedPost>> ExamplesAsync(UInt128[] posts, CancellationToken cancellationToken)
    {
        var examples = new Dictionary<UInt128, ChangedPost>();
        foreach (var keys in posts.Chunk(KeySlice.Size))
            foreach (var row in await RowsAsync(Sql.Of("Previewing/Examples.sql", ("posts", keys)), cancellationToken))
                examples[row.Get<UInt128>("post")] =
                    new(row.Get<string>("source"), row.Get<string>("id"), row.Get<string>("handle"), row.Get<DateTimeOffset>("posted_at"), row.Get<string>("text"));
        return examples;
    }

    private async Task<List<FactRow>> RowsAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var rows = new List<FactRow>();
        await foreach (var row in databases.Main.ReadAsync(query, cancellationToken)) rows.Add(row);
        return rows;
    }

    private static IEnumerable<UInt128> Keys(FactRow row) => row.Get<object?[]>("examples").Cast<UInt128>();

    private static List<ChangedPost> Of(FactRow row, Dictionary<UInt128, ChangedPost> examples) =>
        [.. Keys(row).Where(examples.ContainsKey).Select(post => examples[post])];
}
