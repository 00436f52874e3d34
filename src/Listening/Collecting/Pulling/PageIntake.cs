using Listening.Storing;

namespace Listening.Collecting.Pulling;

/// <summary>Takes the posts of pages in: checks them, leaves out what was seen, stores the rest and counts.</summary>
internal sealed class PageIntake(SourceStream stream, IPullStore store, TimeProvider time, DateTimeOffset? completed)
{
    private const int ReasonsKept = 5;

    /// <summary>What was done so far.</summary>
    public PullReport Report { get; private set; } = new();

    public void CountPage() => Report = Report with { Pages = Report.Pages + 1 };

    public void CountGap(SourceGap gap) => Report = Report with { Gaps = [.. Report.Gaps, gap] };

    /// <summary>
    /// Stores what of a page is not in <paramref name="seen"/> in this version; durable when it returns. What was rewritten and says nothing of it, as in many feeds, was
    /// edited now. Gives the readable items with their entries.
    /// </summary>
    public async Task<IReadOnlyList<(PageItem Item, string Entry)>> TakeAsync(SourcePage page, IReadOnlyList<SeenPosts> seen, CancellationToken cancellationToken)
    {
        var readable = new List<(PageItem Item, string Entry)>(page.Items.Count);
        var reasons = page.Rejected.ToList();
        foreach (var item in page.Items)
        {
            if (Fault(item.Post) is { } fault) reasons.Add(fault);
            else readable.Add((item, SeenPosts.Entry(item.Post)));
        }

        var fresh = readable.Where(read => !seen.Any(posts => posts.KnowsVersion(read.Entry))).DistinctBy(read => read.Entry)
            .Select(read => read.Item.Post is { EditedAt: null, DeletedAt: null } post && seen.Any(posts => posts.KnowsOtherText(read.Entry)) ? post with { EditedAt = time.GetUtcNow() } : read.Item.Post)
            .ToList();
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
        var source = page.Items.Count > 0 ? page.Items[0].Post.Identity.Source : stream.Name;
        var batch = new PostBatch([.. posts.Select(post => new CollectedPost(post, now, ArrivalOf(post, now)))])
        {
            Rejected = rejected == 0 ? new Dictionary<string, long>() : new Dictionary<string, long> { [source] = rejected },
        };
        var receipt = await store.StoreAsync(batch, cancellationToken);
        var newest = posts.Count == 0 ? (DateTimeOffset?)null : posts.Max(post => post.SourcePostedAt);
        Report = Report with { Receipt = Report.Receipt + receipt, Newest = Report.Newest is null || newest > Report.Newest ? newest ?? Report.Newest : Report.Newest };
    }

    // A first walk, or one after a long silence, brings the past: its instants are believed.
    private Arrival ArrivalOf(Post post, DateTimeOffset now) =>
        completed is not { } last || now - last >= PostedInstant.Tolerance / 2 || (stream.BringsPast && now - post.SourcePostedAt > PostedInstant.Tolerance) ? Arrival.Backfill : Arrival.Live;

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
