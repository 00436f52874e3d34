using System.Collections.Concurrent;
using Listening.Cases;
using Listening.Desk.Cases.Searching;

namespace Listening.Desk.Cases;

/// <summary>
/// Counts of queues and of kept searches, shared by all who ask. A short queue is counted again after every change; counting a long one takes at most a tenth of
/// the time, so that its counts are as old as ten times what they cost, two seconds at the most.
/// </summary>
public sealed class KeptCounts(CaseQueues queues, DeskStore store, TimeProvider time) : IDisposable
{
    private const int Searches = 500;
    private readonly KeptAnswer<CaseCounts> counts = new(store, time);
    private readonly ConcurrentDictionary<(string, string), KeptAnswer<int>> searches = new();

    /// <summary>How many cases each queue has for <paramref name="me"/>.</summary>
    public async Task<IReadOnlyDictionary<CaseView, int>> OfAsync(string me, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Of(me);

    /// <summary>How many open cases a search finds.</summary>
    public async Task<int> OfAsync(CaseSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var all = await ReadAsync(cancellationToken);
        if (searches.Count > Searches) searches.Clear();
        var kept = searches.GetOrAdd((search.Query.Text, search.Me), _ => new KeptAnswer<int>(store, time));
        return await kept.GetAsync(() => queues.CountAsync(search, cancellationToken), _ => all.Open, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => counts.Dispose();

    private Task<CaseCounts> ReadAsync(CancellationToken cancellationToken) => counts.GetAsync(() => queues.CountAsync(cancellationToken), found => found.Open, cancellationToken);
}
