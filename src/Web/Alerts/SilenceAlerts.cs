using System.Globalization;
using Listening.Alerts;
using Listening.Collecting.Pulling;

namespace Listening.Web.Alerts;

/// <summary>
/// Sources that cannot be read, and sources that should have brought something by now: nothing for ten times the usual pause between two of
/// its posts and no less than six hours; a day, in its first 28 days.
/// </summary>
public sealed class SilenceAlerts(ISourceList sources, ISourceStates states) : IAlertFinder
{
    private const int Pauses = 10;
    private static readonly TimeSpan Learning = TimeSpan.FromDays(28);
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(6);
    private static readonly TimeSpan Fixed = TimeSpan.FromDays(1);
    private static readonly TimeSpan Failing = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private DateTimeOffset? looked;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AlertFinding>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - looked < Patience) return [];
        looked = now;
        var findings = new List<AlertFinding>();
        foreach (var source in await sources.ListAsync(cancellationToken))
        {
            if (source.Paused) continue;
            var state = await states.ReadAsync(source.Id, cancellationToken);
            if (Of(source, state, now) is { } finding) findings.Add(finding);
        }

        return findings;
    }

    /// <summary>What there is to tell of a source; null when nothing.</summary>
    public static AlertFinding? Of(ConfiguredSource source, SourceState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Failure is not null && (state.Succeeded ?? source.Added) is var read && now - read >= Failing)
            return Finding(source, $"{source.Name} cannot be read: {state.Reason}", null, now - read, state.Accepted);
        if (state.Newest is not { } newest) return null;
        TimeSpan? usual = now - source.Added >= Learning && state.Accepted > 0 ? (now - source.Added) / state.Accepted : null;
        var limit = usual is { } pause ? (Pauses * pause > Shortest ? Pauses * pause : Shortest) : Fixed;
        return now - newest > limit ? Finding(source, $"{source.Name} has brought nothing", usual, now - newest, state.Accepted) : null;
    }

    private static AlertFinding Finding(ConfiguredSource source, string title, TimeSpan? usual, TimeSpan silent, long count) =>
        new(AlertKind.SourceSilent, string.Create(CultureInfo.InvariantCulture, $"silent {source.Id:n}"), "", title, "/sources")
        {
            Baseline = usual?.TotalSeconds, Observed = silent.TotalSeconds, Unit = "seconds", N = count,
        };
}
