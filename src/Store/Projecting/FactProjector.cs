using System.Globalization;
using Listening.Brands;
using Listening.Conversations;
using Listening.Store.Posts;
using Listening.Store.Reading;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Derives the facts from the truth; a rebuild derives them beside the old ones and then puts them in their place.</summary>
public sealed class FactProjector : IFactProjector, IDisposable
{
    private readonly StoreDatabases databases;
    private readonly ArrivalOrder order;
    private readonly CurrentRevision current;
    private readonly BrandRegistry registry;
    private readonly ClockRules rules;
    private readonly DerivingOptions options;
    private readonly SemaphoreSlim alone = new(1, 1);
    private readonly ProjectorTurn turn;
    private Derivation? derivation;
    private int tenure;

    internal FactProjector(StoreDatabases databases, ArrivalOrder order, CurrentRevision current, BrandRegistry registry, ClockRules rules, DerivingOptions options, ProjectorTurn turn)
    {
        this.turn = turn;
        this.databases = databases with { Main = new FencedClickHouse(databases.Main, turn), Next = new FencedClickHouse(databases.Next, turn) };
        this.order = order;
        this.current = current;
        this.registry = registry;
        this.rules = rules;
        this.options = options;
    }

    /// <summary>How many stored versions and labels are not in the facts yet; null before the first run, which finds out.</summary>
    public long? Behind => Volatile.Read(ref derivation) is { } open ? Math.Max(0, (long)order.Landed - (long)open.Mark) : null;

    /// <inheritdoc/>
    public Task<long> CatchUpAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            if (!await IsMyTurnAsync(cancellationToken))
            {
                // What the other one derived is what readers here see.
                current.Value = (long)(await Marks.ReadAsync(databases.Main, cancellationToken)).Revision;
                return 0;
            }

            var derivation = await OpenAsync(cancellationToken);
            try
            {
                return await derivation.CatchUpAsync(order.Landed, progress: null, cancellationToken);
            }
            finally
            {
                current.Value = (long)derivation.Revision;
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task RebuildAsync(IProgress<long>? progress, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            if (!await IsMyTurnAsync(cancellationToken)) throw new ProjectorLeaseLostException();
            await ReplaceAsync(progress, cancellationToken);
            return 0L;
        },
        cancellationToken);

    /// <summary>Whether the facts were derived with another registry than the one in use, and it is for this process to derive them.</summary>
    public Task<bool> IsRebuildNeededAsync(CancellationToken cancellationToken) => AloneAsync(
        async () => await IsMyTurnAsync(cancellationToken) && (await OpenAsync(cancellationToken)).Registry != registry.Fingerprint, cancellationToken);

    /// <summary>Lets another process project at once instead of after the lease has run out.</summary>
    public Task ReleaseAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            await turn.ReleaseAsync(cancellationToken);
            return 0;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        derivation?.Dispose();
        alone.Dispose();
        turn.Dispose();
    }

    private void Forget()
    {
        derivation?.Dispose();
        derivation = null;
    }

    private async Task<bool> IsMyTurnAsync(CancellationToken cancellationToken)
    {
        var mine = await turn.TakeAsync(cancellationToken);
        if (turn.Tenure != tenure) Forget();
        tenure = turn.Tenure;
        return mine;
    }

    private async Task<Derivation> OpenAsync(CancellationToken cancellationToken)
    {
        if (derivation is not null) return derivation;
        if ((await Marks.ReadAsync(databases.Main, cancellationToken)).Exchanging) return await ReplaceAsync(progress: null, cancellationToken);
        return derivation = await Derivation.OpenAsync(databases.Main, databases.Main, registry, rules, options, turn, above: 0, cancellationToken);
    }

    private async Task<Derivation> ReplaceAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var tables = new FactTables(databases);
        await tables.EmptyNextAsync(cancellationToken);
        var above = (await Marks.ReadAsync(databases.Main, cancellationToken)).Epoch;
        using var next = await Derivation.OpenAsync(databases.Main, databases.Next, registry, rules, options, turn, above, cancellationToken);
        var last = order.Landed;
        await next.CatchUpAsync(last, progress, cancellationToken);

        // The old facts are of no use from here on: what is half exchanged when this is cut off is derived again.
        Forget();
        await Marks.WriteAsync(databases.Main, next.Revision, cancellationToken, (Marks.ExchangingName, "yes"));
        await tables.ExchangeAsync(cancellationToken);
        await Marks.WriteAsync(
            databases.Main, next.Revision + 1, cancellationToken,
            (Marks.ProjectedName, last.ToString(CultureInfo.InvariantCulture)), (Marks.RegistryName, registry.Fingerprint), (Marks.ExchangingName, "no"));
        derivation = await Derivation.OpenAsync(databases.Main, databases.Main, registry, rules, options, turn, above: 0, cancellationToken);
        current.Value = (long)derivation.Revision;
        await tables.EmptyNextAsync(cancellationToken);
        return derivation;
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await alone.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            alone.Release();
        }
    }
}
