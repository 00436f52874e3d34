using System.Globalization;
using Listening.Brands;
using Listening.Conversations;
using Listening.Store.Engine;
using Listening.Storing;

namespace Listening.Store.Projecting;

/// <summary>Derives facts from the truth into one database, stretch by stretch; goes on where the last run came to.</summary>
internal sealed class Derivation : IDisposable
{
    // Moves of whole runs are of no use; they are thrown away before reading them at a start would be felt.
    private const int MovesKept = 10_000;

    private readonly IClickHouse facts;
    private readonly TruthReader truth;
    private readonly StretchReader reader;
    private readonly StretchWriter writer;
    private readonly BrandRegistry registry;
    private readonly int stretchLength;
    private readonly StoredKeys? storedPlaces;
    private ulong mark;
    private ulong revision;
    private ulong wholeRevision;
    private bool unfinished = true;
    private long moved;

    private Derivation(IClickHouse truth, IClickHouse facts, BrandRegistry registry, ClockRules rules, DerivingOptions options)
    {
        this.facts = facts;
        this.registry = registry;
        stretchLength = options.Stretch;
        storedPlaces = options.LookUps is { } lookUps ? new(facts, "Projecting/StoredPlaces.sql", lookUps) : null;
        this.truth = new(truth, new PostAssembly(registry, rules));
        reader = new(this.truth, new PlaceReader(facts, storedPlaces), new Wordings(new WordingReader(facts)));
        writer = new(facts, new WaitWriter(facts, new CaseEventReader(truth), rules, registry, options.TargetsInUse, new CaseTeller(options.Cases, registry)), storedPlaces);
    }

    /// <summary>Of the newest whole run.</summary>
    public ulong Revision => Volatile.Read(ref wholeRevision);

    /// <summary>Everything up to this number of arrival is in the facts.</summary>
    public ulong Mark => Volatile.Read(ref mark);

    /// <summary>The fingerprint of the registry that the facts began with.</summary>
    public string Registry { get; private set; } = "";

    /// <summary>The fingerprint of the rules that the facts began with.</summary>
    public string Rules { get; private set; } = "";

    /// <summary>
    /// Takes up the work where it was left. Nothing written before, in an epoch up to
    /// <paramref name="above"/> or by a holder whose turn is over, has as high a revision as what follows.
    /// </summary>
    public static async Task<Derivation> OpenAsync(
        IClickHouse truth, IClickHouse facts, BrandRegistry registry, ClockRules rules, DerivingOptions options, ProjectorTurn turn, long above, CancellationToken cancellationToken)
    {
        var marks = await Marks.ReadAsync(facts, cancellationToken);
        var derivation = new Derivation(truth, facts, registry, rules, options) { mark = marks.Projected, wholeRevision = marks.Revision };
        derivation.revision = Marks.FirstOf(await turn.NextEpochAsync(Math.Max(marks.Epoch, above), cancellationToken));
        derivation.Registry = marks.Registry.Length > 0 ? marks.Registry : registry.Fingerprint;
        // Facts from before there was this mark lack what is derived since: they are of other rules.
        derivation.Rules = marks.Registry.Length > 0 ? marks.Rules : options.Fingerprint(rules);
        await Marks.WriteAsync(
            facts, derivation.revision, cancellationToken, (Marks.EpochName, ""), (Marks.RegistryName, derivation.Registry), (Marks.RulesName, derivation.Rules));
        return derivation;
    }

    /// <summary>Derives up to <paramref name="last"/> and says how many versions that were.</summary>
    public async Task<long> CatchUpAsync(ulong last, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var total = 0L;
        await using var ahead = new ReadAhead(truth, mark, last, stretchLength, cancellationToken);
        while (await ahead.NextAsync() is { } arrivals)
        {
            await StepAsync(arrivals, cancellationToken);
            total += arrivals.Versions;
            progress?.Report(total);
        }

        if (moved < MovesKept) return total;
        await facts.ExecuteAsync(Sql.Of("Projecting/ForgetMoves.sql"), cancellationToken);
        moved = 0;
        return total;
    }

    /// <inheritdoc/>
    public void Dispose() => storedPlaces?.Dispose();

    private async Task StepAsync(Arrivals arrivals, CancellationToken cancellationToken)
    {
        // Also when this fails: what a failed run wrote sorts before what the next one writes.
        revision++;
        var left = unfinished ? await UnfinishedAsync(cancellationToken) : [];
        unfinished = true;
        var stretch = await reader.ReadAsync(arrivals.Posts, left, cancellationToken);
        await writer.WriteAsync(stretch, revision, cancellationToken);
        await Marks.WriteAsync(facts, revision, cancellationToken, (Marks.ProjectedName, arrivals.Last.ToString(CultureInfo.InvariantCulture)));
        Volatile.Write(ref mark, arrivals.Last);
        Volatile.Write(ref wholeRevision, revision);
        unfinished = false;
        moved += stretch.Left.Count;
    }

    private async Task<List<Place>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        var left = new List<Place>();
        await foreach (var row in facts.ReadAsync(Sql.Of("Projecting/Moves.sql", ("revision", wholeRevision)), cancellationToken))
            left.Add(new(row.Get<UInt128>("post"), row.Get<UInt128>("conversation"), row.Get<DateTimeOffset>("posted_at"), true));
        return [.. left.Distinct()];
    }
}
