using System.Diagnostics.Metrics;
using Listening.Collecting;
using Listening.Storing;

namespace Listening.Telemetry;

/// <summary>Measures the commits of a store: how long, how large, how many failed, and how late live posts come.</summary>
public sealed class MeasuredPostStore(IPostStore store, TimeProvider time) : IPostStore
{
    private static readonly FewNames Sources = new(50);
    private static readonly Histogram<double> Duration = ListeningMeter.Seconds("listening.commit.duration", "How long a commit of posts takes until it is durable.");
    private static readonly Histogram<double> Lag = ListeningMeter.Happening.CreateHistogram(
        "listening.ingest.lag", "s", "How long after they were written live posts come in.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600, 21600, 86400] });
    private static readonly Histogram<long> Size = ListeningMeter.Happening.CreateHistogram(
        "listening.commit.posts", "{post}", "How many posts a commit has.", tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 10, 100, 500, 1000, 2500, 5000, 10000, 20000, 50000] });
    private static readonly Counter<long> Failed = ListeningMeter.Count("listening.commit.failures", "{commit}", "Commits that the store refused.");
    private static readonly Counter<long> Posts = ListeningMeter.Count("listening.ingest.posts", "{post}", "Posts by source and what became of them.");

    /// <summary>Counts what became of a source's posts; for the store, which alone knows it source by source.</summary>
    public static void Count(string source, StoreReceipt receipt, long rejected)
    {
        var name = Sources.Of(source);
        Add("accepted", receipt.Accepted);
        Add("duplicate", receipt.Duplicates);
        Add("updated", receipt.Updated);
        Add("rejected", rejected);

        void Add(string outcome, long count)
        {
            if (count > 0) Posts.Add(count, new("source", name), new("outcome", outcome));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoreReceipt>> StoreAsync(IReadOnlyList<PostBatch> batches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batches);
        var started = time.GetTimestamp();
        try
        {
            var receipts = await store.StoreAsync(batches, cancellationToken);
            Duration.Record(time.GetElapsedTime(started).TotalSeconds);
            Size.Record(batches.Sum(batch => (long)batch.Posts.Count));
            foreach (var post in batches.SelectMany(batch => batch.Posts).Where(post => post.Arrival == Arrival.Live))
                Lag.Record(Math.Max(0, (post.FirstSeen - post.Post.SourcePostedAt).TotalSeconds));
            return receipts;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed.Add(1);
            throw;
        }
    }
}
