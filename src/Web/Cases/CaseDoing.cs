using System.Globalization;
using Listening.Cases;
using Listening.Desk.Cases;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Cases;

/// <summary>Does what a request asks of a case and wakes who carries it to the clock.</summary>
public sealed class CaseDoing(CaseDesk desk, CaseDeliveryService delivery, CasePresence presence, CaseUndos undos, TimeProvider time)
{
    /// <summary>200 with the case as it stands then, 409 with the case as it stands, or 404.</summary>
    public async Task<IResult> DoAsync(long id, CaseChange change, string? seen, HttpContext http, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!TryVersion(seen, out var version)) return FaultyVersion();
        if (change is not ResolveCase) return Answer(await desk.ChangeAsync(id, change, http.Actor(), version, cancellationToken), http);
        // A slip of the hand here is what figures would count as a reopen: it is taken back as what it was.
        var step = (await desk.ChangeAsync([new CaseSeen(id, version)], change, http.Actor(), cancellationToken))[0];
        return Answer(step.Receipt, http, step.Undo is { } undo ? undos.Keep(http.Actor().Name, [undo]) : null);
    }

    /// <summary>200 with the other case as it stands then, 409 with the case as it stands, or 404.</summary>
    public async Task<IResult> MergeAsync(long id, long into, string? seen, HttpContext http, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (!TryVersion(seen, out var version)) return FaultyVersion();
        var (receipt, other) = await desk.MergeAsync(id, into, http.Actor(), version, cancellationToken);
        if (receipt.Case is not null && other is null) return CaseRefusal.Faulty("into is an open case of the same brand.");
        return Answer(receipt.Done ? receipt with { Case = other } : receipt, http);
    }

    /// <summary>200 with what became of each.</summary>
    public async Task<IResult> DoAsync(IReadOnlyList<CaseSeen> cases, CaseChange change, HttpContext http, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        var steps = await desk.ChangeAsync(cases, change, http.Actor(), cancellationToken);
        delivery.Wake();
        return TypedResults.Ok(new BulkAnswer(Items(steps), undos.Keep(http.Actor().Name, [.. steps.Where(step => step.Undo is not null).Select(step => step.Undo!)])));
    }

    /// <summary>200 with what became of each, 409 when nothing could be taken back, or 404 when the token takes nothing back.</summary>
    public async Task<IResult> UndoAsync(string token, HttpContext http, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (undos.Take(token, http.Actor().Name) is not { } changes) return CaseRefusal.NothingToUndo();
        var steps = await desk.UndoAsync(changes, http.Actor(), cancellationToken);
        delivery.Wake();
        var items = Items(steps);
        return items.Any(item => item.Ok) ? TypedResults.Ok(new BulkAnswer(items, null)) : CaseRefusal.Overtaken(items);
    }

    private IResult Answer(CaseReceipt receipt, HttpContext http, string? undo = null)
    {
        if (receipt.Case is not { } present) return CaseRefusal.Unknown();
        CaseEndpoints.Tag(http, present);
        var summary = Summary(present);
        if (!receipt.Done) return CaseRefusal.Overtaken(summary);
        delivery.Wake();
        return TypedResults.Ok(summary with { Undo = undo });
    }

    private List<BulkItem> Items(List<CaseStep> steps) => steps.ConvertAll(step => new BulkItem(
        step.Id, step.Receipt.Done, step.Receipt.Case?.Version,
        step.Receipt.Done ? null : step.Receipt.Case is { } present ? CaseRefusal.Stands(Summary(present)) : "There is no such case.",
        step.Receipt.Case is { } stands ? Summary(stands) : null));

    private CaseSummary Summary(Case one) => new(one.StatusAt(time.GetUtcNow()), one, presence.At(one.Id));

    private static ProblemHttpResult FaultyVersion() => CaseRefusal.Faulty("If-Match is the version that you saw, as in If-Match: \"3\".");

    private static bool TryVersion(string? seen, out int? version)
    {
        version = null;
        if (string.IsNullOrWhiteSpace(seen) || seen.Trim() == "*") return true;
        if (!int.TryParse(seen.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        version = number;
        return true;
    }
}
