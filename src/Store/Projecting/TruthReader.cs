using System.Text;
using Listening.Collecting;
using Listening.Store.Engine;
using Listening.Store.Posts;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Reads what was stored: which posts something came in for, and all versions of these.</summary>
internal sealed class TruthReader(IClickHouse truth, PostAssembly assembly)
{
    /// <summary>Posts that something came in for after <paramref name="after"/> and up to <paramref name="last"/>, and how many versions that were.</summary>
    public async Task<(HashSet<UInt128> Posts, long Versions)> ArrivedAsync(ulong after, ulong last, CancellationToken cancellationToken)
    {
        var posts = new HashSet<UInt128>();
        var versions = 0L;
        await foreach (var row in truth.ReadAsync(Sql.Of("Projecting/Arrived.sql", ("after", after), ("last", last)), cancellationToken))
        {
            posts.Add(row.Get<UInt128>("post"));
            if (row.Get<bool>("version")) versions++;
        }

        return (posts, versions);
    }

    /// <summary>The posts as they stand; those of which only a label is stored are left out.</summary>
    public async Task<List<StandingPost>> StandingAsync(IEnumerable<UInt128> posts, CancellationToken cancellationToken)
    {
        var standing = new List<StandingPost>();
        foreach (var keys in posts.Order().Chunk(KeySlice.Size))
        {
            var labels = await LabelsAsync(keys, cancellationToken);
            foreach (var (post, versions) in await VersionsAsync(keys, cancellationToken))
                standing.Add(assembly.Of(post, versions, labels.GetValueOrDefault(post, PostLabels.None)));
        }

        return standing;
    }

    private async Task<Dictionary<UInt128, List<StoredVersion>>> VersionsAsync(UInt128[] keys, CancellationToken cancellationToken)
    {
        var versions = new Dictionary<UInt128, List<StoredVersion>>(keys.Length);
        await foreach (var row in truth.ReadAsync(Sql.Of("Projecting/Versions.sql", ("posts", keys)), cancellationToken))
        {
            var post = row.Get<UInt128>("post");
            if (!versions.TryGetValue(post, out var own)) versions[post] = own = [];
            own.Add(Version(row));
        }

        return versions;
    }

    private static StoredVersion Version(FactRow row) =>
        new(row.Get<UInt128>("version"), row.Get<ulong>("seq"), row.Get<DateTimeOffset>("first_seen"), (Arrival)row.Get<long>("arrival"),
            PostJson.Read(Encoding.UTF8.GetBytes(row.Get<string>("raw"))))
        {
            Kept = row.Get<bool>("redacted")
                ? new(row.Get<object?[]>("kept_brands").Cast<string>().ToArray(), row.Get<bool>("kept_excluded"), row.Get<ulong>("kept_fingerprint"))
                : null,
        };

    private async Task<Dictionary<UInt128, PostLabels>> LabelsAsync(UInt128[] keys, CancellationToken cancellationToken)
    {
        var labels = new Dictionary<UInt128, PostLabels>();
        await foreach (var row in truth.ReadAsync(Sql.Of("Projecting/BestLabels.sql", ("posts", keys)), cancellationToken))
        {
            var post = row.Get<UInt128>("post");
            if (!labels.TryGetValue(post, out var own)) labels[post] = own = new();
            own.Add(row.Get<string>("task"), row.Get<string>("best"), row.Get<long>("by") == LabelBlock.PersonRank);
        }

        return labels;
    }
}
