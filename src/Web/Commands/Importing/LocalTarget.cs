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
    /// <summary>Facts are made in stages of this many posts: large ones cost least, none at all would make the last one long.</summary>
    private const long Stage = 500_000;

    private long _stored;

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
        _stored += receipt.Accepted + receipt.Updated;
        if (_stored >= Stage)
        {
            await pipeline.ProjectAsync(cancellationToken);
            _stored = 0;
        }

        return new(receipt.Accepted, receipt.Duplicates, receipt.Updated, [], 0);
    }

    /// <inheritdoc/>
    public async Task FinishAsync(CancellationToken cancellationToken) => await pipeline.ProjectAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => owner.DisposeAsync();
}
