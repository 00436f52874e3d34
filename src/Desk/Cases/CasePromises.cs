using Listening.Cases;
using Listening.Desk.Cases.Searching;
using Listening.Measuring.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>What customers were promised.</summary>
public sealed class CasePromises(DeskStore store, CaseRules rules, TimeProvider time)
{
    /// <summary>Promises that are due in [<paramref name="from"/>, <paramref name="to"/>), each with its case, those due first first; at most <paramref name="limit"/>.</summary>
    public Task<List<(long Case, CasePromise Promise)>> DueAsync(DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) => store.ReadAsync(
        async desk =>
        {
            var rows = await desk.CasePromises.Where(row => row.Due >= from && row.Due < to).OrderBy(row => row.Due).ThenBy(row => row.Id).Take(limit).ToListAsync(cancellationToken);
            return rows.ConvertAll(row => (row.CaseId, new CasePromise(row.Text, row.Due, row.At, row.By, row.KeptAt, row.WithdrawnAt)));
        },
        cancellationToken);

    /// <summary>The same with the whole case of each, of the cases that <paramref name="search"/> finds as they are now; null for all.</summary>
    public Task<List<(Case Case, CasePromise Promise)>> OfCasesAsync(DateTimeOffset from, DateTimeOffset to, SearchQuery? search, int limit, CancellationToken cancellationToken) => store.ReadAsync(
        async desk =>
        {
            var cases = desk.Cases.AsNoTracking();
            if (search is not null) cases = cases.Where(new CasePredicate(desk, rules, "", time.GetUtcNow()).Of(search.Condition));
            var rows = await desk.CasePromises.AsNoTracking().Where(row => row.Due >= from && row.Due < to).Join(cases, row => row.CaseId, of => of.Id, (Row, Of) => new { Row, Of })
                .OrderBy(one => one.Row.Due).ThenBy(one => one.Row.Id).Take(limit).ToListAsync(cancellationToken);
            return rows.ConvertAll(one => (one.Of, new CasePromise(one.Row.Text, one.Row.Due, one.Row.At, one.Row.By, one.Row.KeptAt, one.Row.WithdrawnAt)));
        },
        cancellationToken);
}
