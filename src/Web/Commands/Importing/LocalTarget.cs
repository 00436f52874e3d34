using Listening.Collecting;
using Listening.Sources.Files;
using Listening.Storing;
using Listening.Web.Ingesting;

namespace Listening.Web.Commands.Importing;

/// <summary>Imports into the store of this process, when no server has it.</summary>
/// <param name="pipeline">The way in.</param>
/// <param name="time">Tells the first sight.</param>
/// <param name="owner">What is closed at the end: the opened store.</param>
public sealed class LocalTarget(CollectingPipeline pipeline, TimeProvider time, IAsyncDisposable owner) : IImportTarget
{
    /// <summary>Facts are made while the next posts are stored, as soon as this many wait for it: fewer cost more each.</summary>
    private const long Stage = 100_000;

    private readonly Lock _gate = new();
    private long _stored;
    private Task _projecting = Task.CompletedTask;

    /// <inheritdoc/>
    public Uri? Address => null;

    /// <inheritdoc/>
    public async Task<IngestAnswer> SendAsync(IReadOnlyList<ReadLine> lines, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var batch = new PostBatch([.. lines.Where(line => line.Post is not null).Select(line => new CollectedPost(line.Post!, now, Arrival.Backfill))])
        {
            Rejected = lines.Where(line => line.Post is null).GroupBy(line => line.Source).ToDictionary(group => group.Key, group => group.LongCount()),
        };
        var receipt = await pipeline.AcceptAsync(batch, cancellationToken);
        if (_projecting.IsFaulted) await _projecting;
        lock (_gate)
        {
            _stored += receipt.Accepted + receipt.Updated;
            if (_stored >= Stage && _projecting.IsCompleted)
            {
                _projecting = Task.Run(() => pipeline.ProjectAsync(cancellationToken), cancellationToken);
                _stored = 0;
            }
        }

        return new(receipt.Accepted, receipt.Duplicates, receipt.Updated, [], 0);
    }

    /// <inheritdoc/>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await _projecting;
        await pipeline.ProjectAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Whether it failed was told to whoever finishes; here it only may not outlive the store.
        await _projecting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await owner.DisposeAsync();
    }
}
