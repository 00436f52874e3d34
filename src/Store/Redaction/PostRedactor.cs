using Listening.Brands;
using Listening.Store.Engine;
using Listening.Store.Posts;
using Listening.Storing;

namespace Listening.Store.Redaction;

/// <summary>
/// Replaces old versions by rows of the same key without words. Interrupted anywhere, the next run goes on: what is done is not found again, and words
/// that were replaced but not yet thrown away are.
/// </summary>
public sealed class PostRedactor : IPostRedactor
{
    private const ulong PageSize = 2_000;
    private static readonly TimeSpan Limit = TimeSpan.FromHours(1);
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();
    private readonly IClickHouse truth;
    private readonly ArrivalOrder order;
    private readonly CurrentRegistry registry;
    private readonly IFactProjector projector;

    internal PostRedactor(IClickHouse truth, ArrivalOrder order, CurrentRegistry registry, IFactProjector projector)
    {
        this.truth = truth;
        this.order = order;
        this.registry = registry;
        this.projector = projector;
    }

    /// <inheritdoc/>
    public async Task<long> RedactOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var total = 0L;
        var (post, version) = (UInt128.Zero, UInt128.Zero);
        while (await PageAsync(post, version, before, cancellationToken) is { Count: > 0 } page)
        {
            await order.InTurnAsync(() => ReplaceAsync(page, cancellationToken), cancellationToken);
            total += page.Count;
            (post, version) = (page[^1].Post, page[^1].Version);
        }

        await projector.CatchUpAsync(cancellationToken);
        await ThrowAwayAsync(cancellationToken);
        return total;
    }

    private async Task<List<RedactedVersion>> PageAsync(UInt128 post, UInt128 version, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var page = new List<RedactedVersion>();
        var due = Sql.Of("Redaction/Due.sql", ("post", post), ("version", version), ("before", before), ("limit", PageSize));
        await foreach (var row in truth.ReadAsync(due with { Limit = Limit }, cancellationToken)) page.Add(RedactedVersion.Of(row, registry.Now.Registry));
        return page;
    }

    private async Task<int> ReplaceAsync(List<RedactedVersion> page, CancellationToken cancellationToken)
    {
        using var block = new NativeBlock(page.Count)
            .Add("post", page.Column(row => row.Post))
            .Add("version", page.Column(row => row.Version))
            .Add("seq", order.Next(page.Count))
            .Add("first_seen", page.Column(row => row.FirstSeen))
            .Add("arrival", page.Column(row => (sbyte)row.Arrival))
            .Add("source_posted_at", page.Column(row => row.SourcePostedAt))
            .Add("raw", page.Column(row => row.Raw))
            .Add("redacted", page.Column(_ => true))
            .Add("kept_brands", page.Column(row => row.Kept.Brands))
            .Add("kept_excluded", page.Column(row => row.Kept.Excluded))
            .Add("kept_fingerprint", page.Column(row => row.Kept.Fingerprint))
            .AddSorted(page, row => row.Sorted);
        await truth.InsertAsync("post_versions", block, cancellationToken);
        return page.Count;
    }

    // A replaced row stays on disk until a merge. The versions go last: as long as their words remain, the next run merges both again.
    private async Task ThrowAwayAsync(CancellationToken cancellationToken)
    {
        var remains = 0UL;
        await foreach (var row in truth.ReadAsync(Sql.Of("Redaction/Remains.sql") with { Limit = Limit }, cancellationToken)) remains = row.Get<ulong>("remains");
        if (remains == 0) return;
        foreach (var table in (string[])["posts", "post_versions"])
            await truth.ExecuteAsync(new FactQuery($"OPTIMIZE TABLE {table} FINAL", Nothing, Limit), cancellationToken);
    }
}
