using Listening.Access;
using Listening.Cases;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Cases;

/// <summary>Which authors are the same person, as agents said.</summary>
public sealed class SamePeople(DeskStore store, TimeProvider time)
{
    private const int Most = 20;

    /// <summary>The other accounts of the person who has this one, also through a third; at most twenty.</summary>
    public Task<IReadOnlyList<SameAuthor>> ReadAsync(string source, string author, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<SameAuthor>>(
        async desk =>
        {
            var found = new Dictionary<(string, string), SameAuthor>();
            var next = new Queue<(string Source, string Author)>([(source, author)]);
            while (found.Count < Most && next.TryDequeue(out var one))
                foreach (var row in await Of(desk, one.Source, one.Author).ToListAsync(cancellationToken))
                {
                    var other = row.Source == one.Source && row.Author == one.Author ? (row.OtherSource, row.OtherAuthor) : (row.Source, row.Author);
                    if (other != (source, author) && found.TryAdd(other, new(other.Item1, other.Item2, row.At, row.By))) next.Enqueue(other);
                }

            return [.. found.Values.Take(Most)];
        },
        cancellationToken);

    /// <summary>The newest cases of these accounts, at most <paramref name="limit"/>.</summary>
    public Task<List<Case>> CasesAsync(IReadOnlyList<(string Source, string Author)> accounts, int limit, CancellationToken cancellationToken)
    {
        var (authors, keys) = (accounts.Select(account => account.Author).Distinct().ToArray(), accounts.Select(account => $"{account.Source}/{account.Author}").ToArray());
        return store.ReadAsync(
            desk => desk.Cases.Where(row => authors.Contains(row.Author) && keys.Contains(row.Source + "/" + row.Author))
                .OrderByDescending(row => row.Id).Take(limit).ToListAsync(cancellationToken),
            cancellationToken);
    }

    /// <summary>Says that two authors are the same person, with an entry in the audit log; false when that was said before.</summary>
    public Task<bool> LinkAsync((string Source, string Author) one, (string Source, string Author) other, Actor by, CancellationToken cancellationToken) => store.WriteAsync(
        async desk =>
        {
            var (first, second) = InOrder(one, other);
            if (await Row(desk, first, second).AnyAsync(cancellationToken)) return false;
            var at = CaseTurn.After(null, time.GetUtcNow());
            desk.SamePeople.Add(new() { Source = first.Source, Author = first.Author, OtherSource = second.Source, OtherAuthor = second.Author, At = at, By = by.Name });
            Enter(desk, at, by, one, null, Text(other));
            return true;
        },
        cancellationToken);

    /// <summary>Takes that back, with an entry in the audit log; false when it was not said of these two.</summary>
    public Task<bool> UnlinkAsync((string Source, string Author) one, (string Source, string Author) other, Actor by, CancellationToken cancellationToken) => store.WriteAsync(
        async desk =>
        {
            var (first, second) = InOrder(one, other);
            if (await Row(desk, first, second).ExecuteDeleteAsync(cancellationToken) == 0) return false;
            Enter(desk, CaseTurn.After(null, time.GetUtcNow()), by, one, Text(other), null);
            return true;
        },
        cancellationToken);

    private static void Enter(DeskContext desk, DateTimeOffset at, Actor by, (string Source, string Author) one, string? before, string? after) => desk.Audit.Add(
        AuditRow.Of(new(at, by.Name, after is null ? "author.other" : "author.same", Text(one), before, after, by.Address)));

    private static string Text((string Source, string Author) account) => $"{account.Source}/{account.Author}";

    private static IQueryable<SamePersonRow> Of(DeskContext desk, string source, string author) => desk.SamePeople.Where(
        row => (row.Source == source && row.Author == author) || (row.OtherSource == source && row.OtherAuthor == author)).OrderBy(row => row.At).Take(Most);

    private static IQueryable<SamePersonRow> Row(DeskContext desk, (string Source, string Author) first, (string Source, string Author) second)
    {
        var (source, author, otherSource, otherAuthor) = (first.Source, first.Author, second.Source, second.Author);
        return desk.SamePeople.Where(row => row.Source == source && row.Author == author && row.OtherSource == otherSource && row.OtherAuthor == otherAuthor);
    }

    private static ((string Source, string Author) First, (string Source, string Author) Second) InOrder((string Source, string Author) one, (string Source, string Author) other) =>
        string.CompareOrdinal(Text(one), Text(other)) <= 0 ? (one, other) : (other, one);
}
