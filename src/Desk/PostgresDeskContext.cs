using Listening.Desk.Cases.Searching;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk;

/// <summary>The relational store in a PostgreSQL database.</summary>
public sealed class PostgresDeskContext(DbContextOptions<PostgresDeskContext> options) : DeskContext(options)
{
    // All writers of one Listening queue at one lock, which ends with the transaction or the connection. The number is any that nobody else takes.
    // Who waits does so for 20 s, as with SQLite; a writer whose machine vanished in the middle holds the others up no longer than that.
    private const string Turn =
        "SET LOCAL lock_timeout = '20s'; SET LOCAL idle_in_transaction_session_timeout = '20s'; SELECT pg_advisory_xact_lock(5505796210731904615)";

    /// <inheritdoc/>
    internal override ICaseWords CaseWords => new PostgresCaseWords(Database);

    /// <inheritdoc/>
    internal override Task TakeTurnAsync(CancellationToken cancellationToken) => Database.ExecuteSqlRawAsync(Turn, cancellationToken);
}
