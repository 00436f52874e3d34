using Listening.Collecting;
using Listening.Store.Engine;
using Listening.Storing;
using Listening.Telemetry;

namespace Listening.Store.Posts;

/// <summary>Counts what batches brought, by batch, source and arrival: rows of <c>batches</c>.</summary>
internal sealed class BatchCoverage(DateTimeOffset at)
{
    private readonly Dictionary<(Guid Batch, string Source, Arrival Arrival), (StoreReceipt Receipt, long Rejected)> counts = [];

    public void Count(Guid batch, CollectedPost post, StoreReceipt receipt)
    {
        var key = (batch, post.Post.Identity.Source, post.Arrival);
        var before = counts.GetValueOrDefault(key);
        counts[key] = before with { Receipt = before.Receipt + receipt };
    }

    public void CountRejected(PostBatch batch)
    {
        var arrival = batch.Posts.Count > 0 ? batch.Posts[0].Arrival : Arrival.Live;
        foreach (var (source, rejected) in batch.Rejected)
        {
            var key = (batch.Id, source, arrival);
            counts[key] = counts.GetValueOrDefault(key) with { Rejected = rejected };
        }
    }

    /// <summary>Counts them for the meter, once they are stored.</summary>
    public void Measure()
    {
        foreach (var (key, count) in counts) MeasuredPostStore.Count(key.Source, count.Receipt, count.Rejected);
    }

    public NativeBlock Block()
    {
        var rows = counts.ToArray();
        return new NativeBlock(rows.Length)
            .Add("batch", rows.Column(row => row.Key.Batch))
            .Add("at", rows.Column(_ => at))
            .Add("source", rows.Column(row => row.Key.Source))
            .Add("arrival", rows.Column(row => (sbyte)row.Key.Arrival))
            .Add("accepted", rows.Column(row => (ulong)row.Value.Receipt.Accepted))
            .Add("duplicates", rows.Column(row => (ulong)row.Value.Receipt.Duplicates))
            .Add("updated", rows.Column(row => (ulong)row.Value.Receipt.Updated))
            .Add("rejected", rows.Column(row => (ulong)row.Value.Rejected));
    }
}
