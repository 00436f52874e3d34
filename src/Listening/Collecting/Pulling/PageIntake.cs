using Listening.Storing;

namespace Listening.Collecting.Pulling;

/// <summary>Takes the posts of pages in: checks them, leaves out what was seen, stores the rest and counts.</summary>
internal sealed class PageIntake(string stream, IPullStore store, TimeProvider time, DateTimeOffset? completed)
{
    private const int ReasonsKept = 5;

    /// <summary>What was done so far.</summary>
    public PullReport Report { get; private set; } = new();

    public void CountPage() => Report = Report with { Pages = Report.Pages + 1 };

    public void CountGap(SourceGap gap) => Report = Report with { Gaps = [.. Report.Gaps, gap] };

    /// <summary>Stores what of a page is not in <paramref name="seen"/> in this version; durable when it returns. Gives the readable items with their entries.</summary>
    public async Task<IReadOnlyList<(PageItem Item, string Entry)>> TakeAsync(SourcePage page, Func<string, bool> seen, CancellationToken cancellationToken)
    {
        var readable = new List<(PageItem Item, string Entry)>(page.Items.Count);
        var reasons = page.Rejected.ToList();
        foreach (var item in page.Items)
        {
            if (Fault(item.Post) is { } fault) reasons.Add(fault);
            else readable.Add((item, SeenPosts.Entry(item.Post)));
        }

        var fresh = readable.Where(read => !seen(read.Entry)).DistinctBy(read => read.Entry).Select(read => read.Item.Post).ToList();
        Report = Report with
        {
            Repeated = Report.Repeated + readable.Count - fresh.Count,
            Rejected = Report.Rejected + reasons.Count,
            Reasons = [.. Report.Reasons.Concat(reasons).Take(ReasonsKept)],
        };
        if (fresh.Count + reasons.Count > 0) await StoreAsync(fresh, reasons.Count, page, cancellationToken);
        return readable;
    }

    private async Task StoreAsync(List<Post> posts, int rejected, SourcePage page, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // A first walk, or one after a long silence, brings the past: its instants are believed.
        var arrival = completed is { } last && now - last < PostedInstant.Tolerance / 2 ? Arrival.Live : Arrival.Backfill;
        var source = page.Items.Count > 0 ? page.Items[0].Post.Identity.Source : stream;
        var batch = new PostBatch([.. posts.Select(post => new CollectedPost(post, now, arrival))])
        {
            Rejected = rejected == 0 ? new Dictionary<string, long>() : new Dictionary<string, long> { [source] = rejected },
        };
        var receipt = await store.StoreAsync(batch, cancellationToken);
        var newest = posts.Count == 0 ? (DateTimeOffset?)null : posts.Max(post => post.SourcePostedAt);
        Report = Report with { Receipt = Report.Receipt + receipt, Newest = Report.Newest is null || newest > Report.Newest ? newest ?? Report.Newest : Report.Newest };
    }

    private static string? Fault(Post post)
    {
        try
        {
            PostLimits.Checked(post);
            return null;
        }
        catch (PostFormatException fault)
        {
            return fault.Message;
        }
    }
}
