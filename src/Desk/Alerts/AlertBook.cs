using System.Globalization;
using System.Text.Json;
using Listening.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Alerts;

/// <summary>Alerts as they were raised and taken back.</summary>
public sealed class AlertBook(DeskStore store)
{
    private const int Slice = 500;

    /// <summary>Raises what was not raised within the cooldown and says how many that were.</summary>
    public async Task<int> RaiseAsync(IReadOnlyList<AlertFinding> findings, TimeSpan cooldown, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var raised = 0;
        foreach (var slice in findings.DistinctBy(finding => finding.Key).Chunk(Slice))
        {
            // Most of what is found at a look was told at an earlier one: that is seen without a turn at writing.
            if ((await store.ReadAsync(desk => FreshAsync(desk, slice, now - cooldown, cancellationToken), cancellationToken)).Count == 0) continue;
            raised += await store.WriteAsync(
                async desk =>
                {
                    var fresh = await FreshAsync(desk, slice, now - cooldown, cancellationToken);
                    desk.Alerts.AddRange(fresh.Select(finding => new AlertRow
                    {
                        Kind = finding.Kind, Key = finding.Key, At = now, CaseId = finding.Case, Finding = JsonSerializer.Serialize(finding, JsonSerializerOptions.Web),
                    }));
                    return fresh.Count;
                },
                cancellationToken);
        }

        return raised;
    }

    /// <summary>
    /// Takes back alerts of cases whose customers, as is known now, had been answered when the alert was raised: the answer was read in late. What a rule raised stays:
    /// it may ask for answered ones. Says how many.
    /// </summary>
    public async Task<int> WithdrawAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wrong = await store.ReadAsync(
            desk => desk.Alerts.Where(row => row.WithdrawnAt == null && row.At > since && row.CaseId != null && row.Kind != AlertKind.RuleMatched)
                .Join(desk.Cases, row => row.CaseId, found => found.Id, (row, found) => new { row.Id, row.At, found.AnsweredAt })
                .Where(pair => pair.AnsweredAt != null && pair.AnsweredAt < pair.At).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var pair in wrong)
        {
            var because = string.Create(CultureInfo.InvariantCulture, $"It was answered at {pair.AnsweredAt:yyyy-MM-dd HH:mm:ss} UTC; the answer came in late.");
            DateTimeOffset? at = now;
            await store.WriteAsync(
                desk => desk.Alerts.Where(row => row.Id == pair.Id && row.WithdrawnAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, at).SetProperty(row => row.Because, because), cancellationToken),
                cancellationToken);
        }

        return wrong.Count;
    }

    /// <summary>The newest alerts, those before <paramref name="before"/> where that is said.</summary>
    public async Task<IReadOnlyList<Alert>> ListAsync(long? before, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            desk => desk.Alerts.Where(row => before == null || row.Id < before).OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellationToken), cancellationToken);
        return rows.ConvertAll(row => row.Read());
    }

    private static async Task<List<AlertFinding>> FreshAsync(DeskContext desk, AlertFinding[] findings, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var keys = findings.Select(finding => finding.Key).ToArray();
        var told = (await desk.Alerts.Where(row => keys.Contains(row.Key) && row.At > since).Select(row => row.Key).ToListAsync(cancellationToken)).ToHashSet();
        return [.. findings.Where(finding => !told.Contains(finding.Key))];
    }
}
