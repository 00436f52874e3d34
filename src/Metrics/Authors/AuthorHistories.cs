using Listening.Measuring;
using Listening.Metrics.Asking;
using Listening.Storing;

namespace Listening.Metrics.Authors;

/// <summary>Reads histories of authors out of the published facts.</summary>
public sealed class AuthorHistories(IFactReader facts) : IAuthorHistories
{
    /// <inheritdoc/>
    public async Task<AuthorHistory> ReadAsync(IReadOnlyList<(string Source, string Author)> accounts, string brand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        var values = new Dictionary<string, object?>
        {
            ["sources"] = accounts.Select(account => account.Source).ToArray(),
            ["authors"] = accounts.Select(account => account.Author).ToArray(),
            ["brand"] = brand,
        };
        var history = new AuthorHistory(null, null, null, null, null, 0, 0, 0, 0, 0, 0, 0);
        await foreach (var row in facts.ReadAsync(new(SqlText.File("Authors/Author"), values), cancellationToken))
        {
            var any = row.Get<long>("posts") > 0;
            history = new(
                any ? row.Get<string>("handle") : null, any && row.Get<string>("name") is { Length: > 0 } name ? name : null, any ? (long?)row["followers"] : null,
                any ? row.Get<DateTimeOffset>("first_post") : null, any ? row.Get<DateTimeOffset>("last_post") : null,
                row.Get<long>("posts"), row.Get<long>("about"), row.Get<long>("positive"), row.Get<long>("neutral"), row.Get<long>("negative"),
                row.Get<long>("waits"), row.Get<long>("answered"));
        }

        return history;
    }
}
