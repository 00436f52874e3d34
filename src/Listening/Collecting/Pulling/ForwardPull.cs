namespace Listening.Collecting.Pulling;

/// <summary>Reads a listing on from its mark, which moves with every page that is stored.</summary>
internal sealed class ForwardPull(SourceStream stream, PageSource pages, PageIntake intake, IPullStore store, TimeProvider time)
{
    private readonly HashSet<string> marks = new(StringComparer.Ordinal);

    /// <summary>Null when it came to its end or the budget did.</summary>
    public async Task<PageFailure?> RunAsync(SourceCursor cursor, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        if (Overlap.IsDue(stream, cursor, began))
        {
            cursor = cursor with { OverlapRead = began };
            if (await AgainAsync(cursor, Overlap.From(stream, cursor, began), cancellationToken) is { } failure) return failure;
            marks.Clear();
        }

        var since = cursor.Watermark is null ? began - stream.FirstReach : (DateTimeOffset?)null;
        while (await pages.NextAsync(Request(cursor.Watermark, since, cursor.Memo), cancellationToken) is { } answer)
        {
            if (answer is PageFailure { Kind: FailureKind.TokenRefused } && cursor.Watermark is not null) return await StartOverAsync(cursor, began, cancellationToken);
            if (answer is PageFailure failure) return failure;
            var page = (SourcePage)answer;
            if (Loop(cursor.Watermark, page) is { } loop) return loop;
            cursor = await TakeAsync(cursor, page, cancellationToken);
            var ended = page.End != PageEnd.More;
            if (ended) cursor = Ended(cursor, began);
            await store.SaveAsync(stream.Name, cursor, null, cancellationToken);
            if (ended) return null;
        }

        return null;
    }

    /// <summary>
    /// Reads again up to where reading goes on anyway, and moves nothing: the marks cannot be compared, so it ends with the listing, or when it comes to the
    /// watermark.
    /// </summary>
    private async Task<PageFailure?> AgainAsync(SourceCursor cursor, string from, CancellationToken cancellationToken)
    {
        for (var mark = from; mark != cursor.Watermark;)
        {
            var answer = await pages.NextAsync(Request(mark, null, null), cancellationToken);
            if (answer is PageFailure failure) return failure.Kind == FailureKind.TokenRefused ? null : failure;
            if (answer is not SourcePage page || Loop(mark, page) is not null) break;
            await TakeAsync(cursor, page, cancellationToken);
            if (page.End != PageEnd.More || page.Next is null) break;
            mark = page.Next;
        }

        await store.SaveAsync(stream.Name, cursor, null, cancellationToken);
        return null;
    }

    private PageRequest Request(string? mark, DateTimeOffset? since, string? memo) => new(stream.Name) { After = mark, Since = since, Memo = memo };

    private PageFailure? Loop(string? mark, SourcePage page) =>
        page.End == PageEnd.More && (page.Next == mark || !marks.Add(page.Next!)) ? new(FailureKind.Unreadable, "the source announces more and does not move on") : null;

    private async Task<SourceCursor> TakeAsync(SourceCursor cursor, SourcePage page, CancellationToken cancellationToken)
    {
        var seen = new SeenPosts(cursor.Seen);
        var items = await intake.TakeAsync(page, [seen], cancellationToken);
        // The end of a page is its newest.
        var kept = new SeenPosts(items.Select(item => item.Entry).Reverse());
        foreach (var entry in cursor.Seen) kept.Append(entry);
        return cursor with { Watermark = page.Next ?? cursor.Watermark, Seen = kept.Entries, Memo = page.Memo ?? cursor.Memo };
    }

    private SourceCursor Ended(SourceCursor cursor, DateTimeOffset began) => cursor with
    {
        Completed = began,
        OverlapRead = cursor.OverlapRead ?? began,
        Marks = Overlap.Remember(stream, cursor, began, cursor.Watermark),
    };

    // The source has forgotten the mark: what lies between is not to be had, and the next run begins anew.
    private async Task<PageFailure?> StartOverAsync(SourceCursor cursor, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var gap = new SourceGap(stream.Name, cursor.Completed, began, "the source does not accept the mark any more");
        intake.CountGap(gap);
        await store.SaveAsync(stream.Name, cursor with { Watermark = null, Marks = [], OverlapRead = null, Memo = null }, gap, cancellationToken);
        return null;
    }
}
