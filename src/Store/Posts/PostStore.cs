using System.Buffers;
using Listening.Classifying;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Posts;

/// <summary>The truth: versions of posts and what was said about them, append-only and in one order of arrival.</summary>
public sealed class PostStore : IPostStore, ILabelStore
{
    private readonly IClickHouse clickHouse;
    private readonly ArrivalOrder order;
    private readonly TimeProvider time;
    private readonly StoredKeys? stored;

    /// <summary>With <paramref name="stored"/>, which only a store has that this process alone writes, posts never seen are not looked up.</summary>
    internal PostStore(IClickHouse clickHouse, ArrivalOrder order, TimeProvider time, StoredKeys? stored)
    {
        this.clickHouse = clickHouse;
        this.order = order;
        this.time = time;
        this.stored = stored;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoreReceipt>> StoreAsync(IReadOnlyList<PostBatch> batches, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var versions = batches.Select(batch => batch.Posts.Select(post => PostVersion.Of(post, buffer)).ToArray()).ToArray();
        return await order.InTurnAsync(() => WriteAsync(batches, versions, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task AppendAsync(IReadOnlyList<PostLabel> labels, CancellationToken cancellationToken)
    {
        if (labels.Count == 0) return;
        await order.InTurnAsync(
            async () =>
            {
                using var block = LabelBlock.Of(labels, order.Next(labels.Count));
                await clickHouse.InsertAsync("labels", block, cancellationToken);
                return labels.Count;
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<StoreReceipt>> WriteAsync(IReadOnlyList<PostBatch> batches, PostVersion[][] versions, CancellationToken cancellationToken)
    {
        var known = await KnownPosts.ReadAsync(clickHouse, versions.SelectMany(batch => batch.Select(version => version.Post)), stored, cancellationToken);
        var news = new List<NewVersion>();
        var coverage = new BatchCoverage(time.GetUtcNow());
        var receipts = new StoreReceipt[batches.Count];
        for (var i = 0; i < batches.Count; i++) receipts[i] = Sort(batches[i], versions[i], known, news, coverage);
        if (news.Count > 0)
        {
            stored?.Note(news.Where(version => version.IsFirst).Select(version => version.Version.Post));
            using var block = PostVersionBlock.Of(news, order.Next(news.Count));
            await clickHouse.InsertAsync("post_versions", block, cancellationToken);
        }

        using var counts = coverage.Block();
        if (counts.Rows > 0) await clickHouse.InsertAsync("batches", counts, cancellationToken);
        coverage.Measure();
        return receipts;
    }

    private static StoreReceipt Sort(
        PostBatch batch, PostVersion[] versions, KnownPosts known, List<NewVersion> news, BatchCoverage coverage)
    {
        var receipt = default(StoreReceipt);
        foreach (var version in versions)
        {
            var (newPost, newVersion) = known.Take(version, out var seen);
            if (newVersion) news.Add(new(version, seen, newPost));
            var one = newPost ? new StoreReceipt(1, 0, 0) : newVersion ? new StoreReceipt(0, 0, 1) : new StoreReceipt(0, 1, 0);
            receipt += one;
            coverage.Count(batch.Id, version.Collected, one);
        }

        coverage.CountRejected(batch);
        return receipt;
    }
}
