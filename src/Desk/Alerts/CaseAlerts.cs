using System.Globalization;
using Listening.Alerts;
using Listening.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Alerts;

/// <summary>Customers who wait and are late, soon late, or were answered by a competitor.</summary>
public sealed class CaseAlerts(DeskStore store, CaseRules rules) : IAlertFinder
{
    // Older breaches were told when they were new, or there was nobody to tell.
    private static readonly TimeSpan Since = TimeSpan.FromDays(2);
    private const int Most = 5_000;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AlertFinding>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (soon, since) = (now + rules.Soon, now - Since);
        var waiting = await store.ReadAsync(
            desk => desk.Cases.AsNoTracking()
                .Where(row => row.ResolvedAt == null && row.Waiting && ((row.Due <= soon && row.Due > since) || (row.Rival != "" && row.RivalAt > since)))
                .OrderBy(row => row.Due).Take(Most).ToListAsync(cancellationToken),
            cancellationToken);
        return [.. waiting.SelectMany(found => Of(found, now, soon, since))];
    }

    private static IEnumerable<AlertFinding> Of(Case found, DateTimeOffset now, DateTimeOffset soon, DateTimeOffset since)
    {
        // The next wait of a case is another matter.
        var key = string.Create(CultureInfo.InvariantCulture, $"case {found.Id} of {found.OpenedAt.ToUnixTimeMilliseconds()}");
        var late = found.Due <= now;
        // Where minutes are promised every new customer is due soon: it is coming when half of the time is gone.
        if (found.Due <= soon && found.Due > since && (late || (now - found.OpenedAt) * 2 >= found.Due - found.OpenedAt))
        {
            yield return Finding(found, late ? AlertKind.Breach : AlertKind.BreachComing, $"{(late ? "late" : "soon")} {key}", late
                ? $"{found.Handle} waits for {found.Brand} and the answer is late"
                : string.Create(CultureInfo.InvariantCulture, $"{found.Handle} waits for {found.Brand} and the answer is due at {found.Due:HH:mm} UTC"), now);
        }

        if (found.Rival.Length > 0 && found.RivalAt > since)
            yield return Finding(found, AlertKind.RaceBeingLost, $"race {key}", $"{found.Rival} answered {found.Handle}, who still waits for {found.Brand}", now);
    }

    private static AlertFinding Finding(Case found, AlertKind kind, string key, string title, DateTimeOffset now) =>
        new(kind, key, found.Brand, title, string.Create(CultureInfo.InvariantCulture, $"/triage?case={found.Id}"))
        {
            Baseline = (found.Due - found.OpenedAt).TotalSeconds,
            Observed = (now - found.OpenedAt).TotalSeconds,
            Unit = "seconds",
            Case = found.Id,
            Posts = [new(found.Source, found.PostId, found.Handle, found.Snippet)],
        };
}
