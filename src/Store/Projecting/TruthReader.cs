using System.Runtime.CompilerServices;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Reads what was stored: the posts that something came in for, as all their versions together make them.</summary>
internal sealed class TruthReader(IClickHouse truth, PostAssembly assembly)
{
    // It is read as fast as what it brings is worked on: hours at most, after which the next run goes on.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>
    /// What came in after <paramref name="after"/> and up to <paramref name="last"/>, <paramref name="stretch"/> arrivals at a time, from one pass over the
    /// truth; posts of which only a label is stored are left out.
    /// </summary>
    public async IAsyncEnumerable<Arrivals> ArrivedAsync(ulong after, ulong last, int stretch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new List<VersionRow>();
        var end = Math.Min(last, after + (ulong)stretch);
        await foreach (var row in truth.ReadAsync(Sql.Of("Projecting/ArrivedVersions.sql", ("after", after), ("last", last)) with { Limit = Longest }, cancellationToken))
        {
            var version = VersionRow.Of(row);
            for (; version.Seq > end; (after, end, rows) = (end, Math.Min(last, end + (ulong)stretch), []))
                yield return await ArrivalsAsync(rows, after, end, cancellationToken);
            rows.Add(row.Get<bool>("first") ? version : version with { IsWhole = false });
        }

        for (; after < last; (after, end, rows) = (end, Math.Min(last, end + (ulong)stretch), []))
            yield return await ArrivalsAsync(rows, after, end, cancellationToken);
    }

    /// <summary>The posts as they stand; those of which only a label is stored are left out.</summary>
    public async Task<List<StandingPost>> StandingAsync(IEnumerable<UInt128> posts, CancellationToken cancellationToken)
    {
        var standing = new List<StandingPost>();
        foreach (var keys in posts.Order().Chunk(KeySlice.Size))
            standing.AddRange(await AssembleAsync(await RowsAsync(Sql.Of("Projecting/Versions.sql", ("posts", keys)), cancellationToken), cancellationToken));
        return standing;
    }

    // A first version stands for its post, unless another one or a label came in with it.
    private async Task<Arrivals> ArrivalsAsync(List<VersionRow> arrived, ulong after, ulong last, CancellationToken cancellationToken)
    {
        var several = arrived.Where(row => !row.IsWhole).Select(row => row.Post).ToHashSet();
        await foreach (var row in truth.ReadAsync(Sql.Of("Projecting/LabelledPosts.sql", ("after", after), ("last", last)), cancellationToken))
            several.Add(row.Get<UInt128>("post"));
        var rows = several.Count == 0 ? arrived : arrived.FindAll(row => !several.Contains(row.Post));
        var posts = new List<StandingPost>(arrived.Count);
        posts.AddRange(await AssembleAsync(rows, cancellationToken));
        posts.AddRange(await StandingAsync(several, cancellationToken));
        return new(last, posts, arrived.Count);
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
                own.Add(row.Get<string>("task"), SaidLabel.Of(row));
            }

        return labels;
    }

    private async Task<bool> AnyLabelAsync(CancellationToken cancellationToken) =>
        (await truth.ReadAsync(Sql.Of("Projecting/LabelsStored.sql"), cancellationToken).SingleAsync(cancellationToken)).Get<ulong>("stored") > 0;
}
