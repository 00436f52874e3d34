using System.Runtime.CompilerServices;
using Listening.Measuring;
using Listening.Metrics.Answering;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Searching;

/// <summary>
/// Finds posts, newest first, in windows that grow backwards: a page of a common search is read from the last hours instead of sorting years.
/// Deleted posts are found only by a search that speaks of them (<c>is:deleted</c>).
/// </summary>
public sealed class PostSearch(IFactReader facts, TimeProvider time) : IPostSearch
{
    private static readonly DateTimeOffset Beginning = DateTimeOffset.UnixEpoch;

    /// <inheritdoc/>
    public async Task<PostPage> SearchAsync(PostQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(question.Limit);
        var cursor = RowCursor.Of(question.Cursor);
        var asked = AskedPosts.Of(question);
        var revision = facts.Revision;
        var rows = new List<FactRow>();
        await foreach (var (from, to) in WindowsAsync(question, cursor, cancellationToken))
        {
            await foreach (var row in facts.ReadAsync(Query(asked, cursor, from, to, question.Limit + 1 - rows.Count), cancellationToken)) rows.Add(row);
            if (rows.Count > question.Limit) break;
        }
        var page = rows.Take(question.Limit).ToList();
        var next = rows.Count > question.Limit ? new RowCursor(page[^1].Get<DateTimeOffset>("posted_at"), page[^1].Get<UInt128>("post"), "").ToString() : null;
        return new([.. page.Select(FoundPost.Of)], next, revision);
    }

    // The newest first; each window is 28 times as long as the one after it, so the whole past is a few questions. Where nothing is young, the windows
    // start at the newest post there is: an archive of ten years ago is read as fast as a live stream.
    private async IAsyncEnumerable<(DateTimeOffset From, DateTimeOffset To)> WindowsAsync(
        PostQuestion question, RowCursor cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = question.From ?? Beginning;
        var end = question.To is { } to && to < RowCursor.Start.At ? to : RowCursor.Start.At;
        if (question.Cursor is not null && cursor.At.AddMilliseconds(1) < end) end = cursor.At.AddMilliseconds(1);
        var now = time.GetUtcNow();
        var anchor = end < now ? end : now;
        var length = TimeSpan.FromHours(6);
        if (anchor - first > length)
        {
            yield return (anchor - length, end);
            end = anchor - length;
            if (await NewestAsync(first, end, cancellationToken) is not { } newest) yield break;
            (anchor, end) = (newest.AddMilliseconds(1), newest.AddMilliseconds(1));
        }
        for (; end > first; length *= 28)
        {
            var start = anchor - first > length ? anchor - length : first;
            if (start < end) yield return (start, end);
            end = start;
        }
    }

    private async Task<DateTimeOffset?> NewestAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        DateTimeOffset? newest = null;
        var query = new FactQuery(SqlText.File("Searching/NewestInstant"), new Dictionary<string, object?> { ["from"] = from, ["to"] = to });
        await foreach (var row in facts.ReadAsync(query, cancellationToken)) newest = (DateTimeOffset?)row["newest"];
        return newest;
    }

    private static FactQuery Query(AskedPosts asked, RowCursor cursor, DateTimeOffset from, DateTimeOffset to, int limit) =>
        new(SqlText.With(SqlText.File("Searching/Newest"), asked.Pieces), new Dictionary<string, object?>(asked.Values)
        {
            ["from"] = from,
            ["to"] = to,
            ["at"] = cursor.At,
            ["after"] = cursor.Post,
            ["limit"] = (long)limit,
        });
}
