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
    private readonly CurrentRegistry registry;
    private readonly ClockRules rules;
    private readonly DerivingOptions options;
    private readonly SemaphoreSlim alone = new(1, 1);
    private readonly Lock gate = new();
    private readonly ProjectorTurn turn;
    private Derivation? derivation;
    private (Derivation Next, ulong Last)? replacing;
    private int tenure;

    internal FactProjector(StoreDatabases databases, ArrivalOrder order, CurrentRevision current, CurrentRegistry registry, ClockRules rules, DerivingOptions options, ProjectorTurn turn)
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

    /// <summary>Which registry the facts that readers see were derived with, and how far another one is that takes their place.</summary>
    public async Task<FactsRegistry> RegistryAsync(CancellationToken cancellationToken)
    {
        (string, double)? deriving;
        lock (gate) deriving = replacing is { } now ? (now.Next.Registry, now.Last == 0 ? 1 : Math.Min(1, (double)now.Next.Mark / now.Last)) : null;
        var marks = await Marks.ReadAsync(databases.Main, cancellationToken);
        return new(marks.Registry, deriving?.Item1, deriving?.Item2);
    }

    /// <summary>
    /// Projects what came in; facts of another registry or other rules than those in use are derived again first, beside those that readers see meanwhile.
    /// </summary>
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
            if (IsOfAnother(derivation)) derivation = await ReplaceAsync(progress: null, cancellationToken);
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

    /// <summary>Whether the facts were derived with another registry or other rules than those in use, and it is for this process to derive them.</summary>
    public Task<bool> IsRebuildNeededAsync(CancellationToken cancellationToken) => AloneAsync(
        async () => await IsMyTurnAsync(cancellationToken) && IsOfAnother(await OpenAsync(cancellationToken)),
        cancellationToken);

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

    /// <summary>
    /// Brings the facts up to date and lets <paramref name="look"/> look at them while they stand still; it is told up to which arrival they are and with which
    /// registry they were derived. Throws <see cref="ProjectorLeaseLostException"/> while another process projects.
    /// </summary>
    internal async Task<T> AtRestAsync<T>(Func<ulong, string, Task<T>> look, CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        return await AloneAsync(
            async () =>
            {
                if (!await IsMyTurnAsync(cancellationToken)) throw new ProjectorLeaseLostException();
                var derivation = await OpenAsync(cancellationToken);
                return await look(derivation.Mark, derivation.Registry);
            },
            cancellationToken);
    }

    private async Task<bool> IsMyTurnAsync(CancellationToken cancellationToken)
    {
        var mine = await turn.TakeAsync(cancellationToken);
        if (turn.Tenure != tenure) Forget();
        tenure = turn.Tenure;
        return mine;
    }

    private bool IsOfAnother(Derivation facts) => facts.Registry != registry.Now.Registry.Fingerprint || facts.Rules != options.Fingerprint(rules);

    private async Task<Derivation> OpenAsync(CancellationToken cancellationToken)
    {
        if (derivation is not null) return derivation;
        if ((await Marks.ReadAsync(databases.Main, cancellationToken)).Exchanging) return await ReplaceAsync(progress: null, cancellationToken);
        return derivation = await OpenMainAsync(registry.Now.Registry, cancellationToken);
    }

    private Task<Derivation> OpenMainAsync(BrandRegistry with, CancellationToken cancellationToken) =>
        Derivation.OpenAsync(databases.Main, databases.Main, with, rules, options, turn, above: 0, cancellationToken);

    // One registry throughout, also when another is taken into use meanwhile: that one is derived by the next run.
    private async Task<Derivation> ReplaceAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var with = registry.Now.Registry;
        // Targets that reach back are of another fingerprint: set in the middle, they are seen afterwards.
        var told = options.Fingerprint(rules);
        var tables = new FactTables(databases.Main, databases.Name, databases.NextName);
        await tables.EmptyBesideAsync(cancellationToken);
        var above = (await Marks.ReadAsync(databases.Main, cancellationToken)).Epoch;
        using var next = await Derivation.OpenAsync(databases.Main, databases.Next, with, rules, options, turn, above, cancellationToken);
        var last = order.Landed;
        lock (gate) replacing = (next, last);
        try
        {
            await next.CatchUpAsync(last, progress, cancellationToken);

            // The old facts are of no use from here on: what is half exchanged when this is cut off is derived again.
            Forget();
            await Marks.WriteAsync(databases.Main, next.Revision, cancellationToken, (Marks.ExchangingName, "yes"));
            await tables.ExchangeAsync(cancellationToken);
            await Marks.WriteAsync(
                databases.Main, next.Revision + 1, cancellationToken,
                (Marks.ProjectedName, last.ToString(CultureInfo.InvariantCulture)), (Marks.RegistryName, with.Fingerprint), (Marks.RulesName, told), (Marks.ExchangingName, "no"));
        }
        finally
        {
            lock (gate) replacing = null;
        }

        derivation = await OpenMainAsync(with, cancellationToken);
        current.Value = (long)derivation.Revision;
        await tables.EmptyBesideAsync(cancellationToken);
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
