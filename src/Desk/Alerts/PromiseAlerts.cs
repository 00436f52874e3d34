using System.Globalization;
using Listening.Alerts;
using Listening.Cases;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Alerts;

/// <summary>Promises to customers that are due within two hours, or overdue and not kept. A resolve keeps none.</summary>
public sealed class PromiseAlerts(DeskStore store) : IAlertFinder
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    // Older ones were told when they were new, or there was nobody to tell.
    private static readonly TimeSpan Since = TimeSpan.FromDays(2);
    private const int Most = 5_000;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AlertFinding>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? soon = now + Ahead, since = now - Since;
        var promised = await store.ReadAsync(
            desk => desk.Cases.AsNoTracking().Where(row => row.PromiseDue <= soon && row.PromiseDue > since).OrderBy(row => row.PromiseDue).Take(Most).ToListAsync(cancellationToken),
            cancellationToken);
        return [.. promised.Select(found => Of(found, found.PromiseDue!.Value, now))];
    }

    private static AlertFinding Of(Case found, DateTimeOffset due, DateTimeOffset now) => new(
        AlertKind.PromiseDue,
        // Due and overdue are two alerts, and the next promise is another matter.
        string.Create(CultureInfo.InvariantCulture, $"{(due <= now ? "broken" : "due")} promise {found.Id} of {due.ToUnixTimeMilliseconds()}"),
        found.Brand,
        string.Create(CultureInfo.InvariantCulture, $"{found.Handle} was promised \"{found.Promise}\" by {due.UtcDateTime:yyyy-MM-dd HH:mm} UTC{(due <= now ? ", and it is not kept" : "")}"),
        string.Create(CultureInfo.InvariantCulture, $"/triage?case={found.Id}"))
    {
        Unit = "seconds",
        Observed = Math.Max(0, (now - due).TotalSeconds),
        Case = found.Id,
        Posts = [new(found.Source, found.PostId, found.Handle, found.Snippet)],
    };
}
