using Listening.Brands;
using Listening.Conversations;
using Listening.Store.Posts;
using Listening.Store.Projecting;
using Listening.Storing;

namespace Listening.Store.Previewing;

/// <summary>
/// Says beforehand what another registry changes: derives all facts with it into tables of their own, by the way every fact is derived, and compares. So
/// what it says is what happens. Costs what a rebuild costs; readers and posts that come in meanwhile are not held up but for the comparison itself.
/// </summary>
public sealed class RegistryPreview : IDisposable
{
    private readonly StoreDatabases databases;
    private readonly FactTables tables;
    private readonly FactProjector projector;
    private readonly ArrivalOrder order;
    private readonly ClockRules rules;
    private readonly DerivingOptions options;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim one = new(1, 1);

    internal RegistryPreview(StoreDatabases databases, FactProjector projector, ArrivalOrder order, ClockRules rules, DerivingOptions options, TimeProvider time)
    {
        this.databases = databases;
        this.projector = projector;
        this.order = order;
        this.rules = rules;
        this.options = options;
        this.time = time;
        tables = new(databases.Main, databases.Name, databases.PreviewName);
    }

    /// <summary>
    /// Compares the facts of now with those of <paramref name="next"/>; null while another preview is under way. <paramref name="progress"/> is told how much is
    /// derived, 0..1. Throws <see cref="ProjectorLeaseLostException"/> while another process projects.
    /// </summary>
    public async Task<RegistryChange?> CompareAsync(BrandRegistry next, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (!await one.WaitAsync(0, cancellationToken)) return null;
        try
        {
            return await DeriveAsync(next, progress, cancellationToken);
        }
        finally
        {
            // Also when it was given up: what is left would fill the disk.
            await tables.DropBesideAsync(CancellationToken.None);
            one.Release();
        }
    }

    /// <summary>Throws away what a preview left behind when the program was killed.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        if (!await one.WaitAsync(0, cancellationToken)) return;
        try
        {
            await tables.DropBesideAsync(cancellationToken);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task<RegistryChange> DeriveAsync(BrandRegistry next, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        await tables.EmptyBesideAsync(cancellationToken);
        // Nobody else writes there, so it needs no lease.
        using var turn = new ProjectorTurn(new UnsharedLease(), "preview", time);
        await turn.TakeAsync(cancellationToken);
        using var derivation = await Derivation.OpenAsync(databases.Main, databases.Preview, next, rules, options, turn, above: 0, cancellationToken);
        var last = order.Landed;
        await derivation.CatchUpAsync(last, new Share(progress, derivation, last), cancellationToken);
        return await projector.AtRestAsync(
            async (mark, _) =>
            {
                // What came in meanwhile, so that both sides are of the same posts.
                await derivation.CatchUpAsync(mark, null, cancellationToken);
                progress?.Report(1);
                var change = await new RegistryComparison(databases).CompareAsync(cancellationToken);
                return change with { Seconds = time.GetElapsedTime(began).TotalSeconds };
            },
            cancellationToken);
    }

    private sealed class Share(IProgress<double>? progress, Derivation derivation, ulong last) : IProgress<long>
    {
        public void Report(long value) => progress?.Report(last == 0 ? 1 : Math.Min(1, (double)derivation.Mark / last));
    }
}
