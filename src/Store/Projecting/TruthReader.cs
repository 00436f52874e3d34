using Listening.Store.Engine;
using Listening.Store.Posts;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Reads what was stored: the posts that something came in for, as all their versions together make them.</summary>
internal sealed class TruthReader(IClickHouse truth, PostAssembly assembly)
{
    /// <summary>What came in after <paramref name="after"/> and up to <paramref name="last"/>; posts of which only a label is stored are left out.</summary>
    public async Task<Arrivals> ArrivedAsync(ulong after, ulong last, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(Sql.Of("Projecting/ArrivedVersions.sql", ("after", after), ("last", last)), cancellationToken);
        return new(last, await AssembleAsync(rows, cancellationToken), rows.LongCount(row => row.Seq > after && row.Seq <= last));
    }

    /// <summary>The posts as they stand; those of which only a label is stored are left out.</summary>
    public async Task<List<StandingPost>> StandingAsync(IEnumerable<UInt128> posts, CancellationToken cancellationToken)
    {
        var standing = new List<StandingPost>();
        foreach (var keys in posts.Order().Chunk(KeySlice.Size))
            standing.AddRange(await AssembleAsync(await RowsAsync(Sql.Of("Projecting/Versions.sql", ("posts", keys)), cancellationToken), cancellationToken));
        return standing;
    }

    private async Task<List<VersionRow>> RowsAsync(FactQuery query, CancellationToken cancellationToken)
    {
        var rows = new List<VersionRow>();
        await foreach (var row in truth.ReadAsync(query, cancellationToken)) rows.Add(VersionRow.Of(row));
        return rows;
    }

    private async Task<StandingPost[]> AssembleAsync(List<VersionRow> rows, CancellationToken cancellationToken)
    {
        rows.Sort((left, right) => left.Post.CompareTo(right.Post));
        var own = Groups(rows);
        var labels = await LabelsAsync(own.ConvertAll(group => rows[group.Start].Post), cancellationToken);
        return Spread.Over(
            own,
            group =>
            {
                var key = rows[group.Start].Post;
                var versions = new StoredVersion[group.Length];
                for (var i = 0; i < versions.Length; i++) versions[i] = rows[group.Start + i].Read();
                return assembly.Of(key, versions, labels.GetValueOrDefault(key, PostLabels.None));
            },
            cancellationToken);
    }

    private static List<(int Start, int Length)> Groups(List<VersionRow> rows)
    {
        var groups = new List<(int Start, int Length)>(rows.Count);
        for (var (start, end) = (0, 0); start < rows.Count; start = end)
        {
            while (end < rows.Count && rows[end].Post == rows[start].Post) end++;
            groups.Add((start, end - start));
        }

        return groups;
    }

    private async Task<Dictionary<UInt128, PostLabels>> LabelsAsync(List<UInt128> posts, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<UInt128, PostLabels>();
        if (!await AnyLabelAsync(cancellationToken)) return labels;
        foreach (var keys in posts.Chunk(KeySlice.Size))
            await foreach (var row in truth.ReadAsync(Sql.Of("Projecting/BestLabels.sql", ("posts", keys)), cancellationToken))
            {
                var post = row.Get<UInt128>("post");
                if (!labels.TryGetValue(post, out var own)) labels[post] = own = new();
                own.Add(row.Get<string>("task"), row.Get<string>("best"), row.Get<long>("by") == LabelBlock.PersonRank);
            }

        return labels;
    }

    private async Task<bool> AnyLabelAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in truth.ReadAsync(Sql.Of("Projecting/LabelsStored.sql"), cancellationToken)) return row.Get<ulong>("stored") > 0;
        throw new InvalidOperationException("An aggregate without groups has no row.");
    }
}
