namespace Listening.Collecting.Pulling;

/// <summary>
/// Walks a listing back from its newest page until it meets what is known, and only then moves the watermark. Cut short, it keeps where it was and the old watermark.
/// </summary>
internal sealed class BackwardPull(SourceStream stream, PageSource pages, PageIntake intake, IPullStore store, PullBudget budget, TimeProvider time)
{
    private const int MostRepeated = 3;
    private const int MostEmpty = 50;
    private readonly HashSet<string> tokens = new(StringComparer.Ordinal);

    /// <summary>Null when it came to its end or the budget did.</summary>
    public async Task<PageFailure?> RunAsync(SourceCursor cursor, CancellationToken cancellationToken)
    {
        // What came in above a walk that an earlier run began has not been read yet: another one follows it.
        var (restarted, another) = (false, cursor.Walk is not null);
        while (true)
        {
            var walk = cursor.Walk ?? Begin(cursor);
            var answer = await pages.NextAsync(Request(cursor, walk), cancellationToken);
            if (answer is PageFailure { Kind: FailureKind.TokenRefused } && walk.Resume is not null && !restarted)
            {
                restarted = true;
                cursor = cursor with { Walk = null };
                tokens.Clear();
                continue;
            }

            if (answer is PageFailure failure) return failure;
            if (answer is not SourcePage page) return null;
            walk = await ReadAsync(cursor, walk, page, cancellationToken);
            if (IsDone(cursor, walk, page))
            {
                cursor = await CloseAsync(cursor, walk, page, cancellationToken);
                if (!another) return null;
                another = false;
                tokens.Clear();
                continue;
            }

            if (Loop(walk, page) is { } loop) return await ForgetAsync(cursor, loop, cancellationToken);
            cursor = cursor with { Walk = walk with { Resume = page.Next } };
            await SaveAsync(cursor, null, cancellationToken);
        }
    }

    private OpenWalk Begin(SourceCursor cursor)
    {
        var now = time.GetUtcNow();
        var first = cursor.Watermark is null && cursor.Completed is null;
        var overlaps = Overlap.IsDue(stream, cursor, now);
        var ordered = cursor.Watermark is not null;
        return new(now, overlaps && ordered ? Overlap.From(stream, cursor, now) : cursor.Watermark)
        {
            Since = first ? now - stream.FirstReach : overlaps && !ordered ? now - stream.Overlap : null,
            Overlaps = overlaps,
        };
    }

    private PageRequest Request(SourceCursor cursor, OpenWalk walk) => new(stream.Name)
    {
        Resume = walk.Resume,
        After = walk.Floor,
        Since = walk.Since,
        Memo = walk.Resume is null && walk.Since is null ? cursor.Memo : null,
    };

    private async Task<OpenWalk> ReadAsync(SourceCursor cursor, OpenWalk walk, SourcePage page, CancellationToken cancellationToken)
    {
        var (seen, read) = (new SeenPosts(cursor.Seen), new SeenPosts(walk.Read));
        var items = await intake.TakeAsync(page, [seen, read], cancellationToken);
        var repeats = items.Count > 0 && items.All(item => read.Knows(item.Entry));
        foreach (var (_, entry) in items) read.Append(entry);
        return walk with
        {
            Pages = walk.Pages + 1,
            Top = items.Select(item => item.Item.Position).Append(walk.Top).Max(StringComparer.Ordinal),
            Oldest = items.Select(item => (DateTimeOffset?)item.Item.Post.SourcePostedAt).Append(walk.Oldest).Min(),
            Met = walk.Met || items.Any(item => IsKnown(walk, seen, item)),
            Memo = walk.Resume is null ? page.Memo : walk.Memo,
            Read = read.Entries,
            Empty = items.Count == 0 ? walk.Empty + 1 : 0,
            Repeated = repeats ? walk.Repeated + 1 : 0,
        };
    }

    private bool IsDone(SourceCursor cursor, OpenWalk walk, SourcePage page)
    {
        if (page.End != PageEnd.More || walk.Pages >= budget.WalkPages) return true;
        if (page.Items.Count == 0) return false;
        if (walk.Since is { } since) return page.Items.All(item => item.Post.SourcePostedAt < since);
        var seen = new SeenPosts(cursor.Seen);
        bool Known(PageItem item) => IsKnown(walk, seen, (item, SeenPosts.Entry(item.Post)));
        // In a page that is in order the last one tells; in any other, and where there is no order, a pinned post must not end the walk.
        return IsInOrder(page.Items) ? Known(page.Items[^1]) : page.Items.All(Known);
    }

    private static bool IsInOrder(IReadOnlyList<PageItem> items) => items[^1].Position is not null
        && items.Zip(items.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Position, pair.Second.Position) >= 0);

    private static bool IsKnown(OpenWalk walk, SeenPosts seen, (PageItem Item, string Entry) read)
    {
        if (read.Item.Position is not { } position) return seen.Knows(read.Entry);
        if (walk.Floor is null) return false;
        var order = string.CompareOrdinal(position, walk.Floor);
        // Of several at the watermark itself some may be new.
        return order < 0 || (order == 0 && seen.Knows(read.Entry));
    }

    private PageFailure? Loop(OpenWalk walk, SourcePage page) =>
        !tokens.Add(page.Next!) || page.Next == walk.Resume || walk.Repeated >= MostRepeated ? new(FailureKind.Unreadable, "the source gives the same pages again and again")
        : walk.Empty >= MostEmpty ? new(FailureKind.Unreadable, $"the source gives no post on {MostEmpty} pages in a row")
        : null;

    private async Task<PageFailure> ForgetAsync(SourceCursor cursor, PageFailure loop, CancellationToken cancellationToken)
    {
        await SaveAsync(cursor with { Walk = null }, null, cancellationToken);
        return loop;
    }

    private async Task<SourceCursor> CloseAsync(SourceCursor cursor, OpenWalk walk, SourcePage page, CancellationToken cancellationToken)
    {
        var seen = new SeenPosts(walk.Read);
        foreach (var entry in cursor.Seen) seen.Append(entry);
        var watermark = new[] { walk.Top, cursor.Watermark }.Max(StringComparer.Ordinal);
        var closed = cursor with
        {
            Watermark = watermark,
            Walk = null,
            Marks = Overlap.Remember(stream, cursor, walk.Began, watermark),
            OverlapRead = walk.Overlaps || cursor.OverlapRead is null ? walk.Began : cursor.OverlapRead,
            Seen = seen.Entries,
            Memo = walk.Memo ?? cursor.Memo,
            Completed = walk.Began,
        };
        var gap = Gap(cursor, walk, page);
        if (gap is not null) intake.CountGap(gap);
        await SaveAsync(closed, gap, cancellationToken);
        return closed;
    }

    private SourceGap? Gap(SourceCursor cursor, OpenWalk walk, SourcePage page)
    {
        if (page.End == PageEnd.Complete || cursor.Completed is null || walk.Met || walk.Oldest is not { } oldest) return null;
        var knew = cursor.Watermark is not null || cursor.Seen.Count > 0;
        return knew && oldest > cursor.Completed
            ? new(stream.Name, cursor.Completed, oldest, page.End == PageEnd.Exhausted ? "the source shows no older posts" : "the way back was too long and was given up")
            : null;
    }

    private Task SaveAsync(SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken) => store.SaveAsync(stream.Name, cursor, gap, cancellationToken);
}
