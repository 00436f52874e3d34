using Microsoft.Data.Sqlite;

namespace Listening.Jobs;

/// <summary>Where the schedule lies and what ran is remembered. Its text never shows a password.</summary>
public sealed class JobStore
{
    private JobStore(string connectionString, bool isPostgres) => (ConnectionString, IsPostgres) = (connectionString, isPostgres);

    internal string ConnectionString { get; }

    internal bool IsPostgres { get; }

    /// <summary>A file that the scheduler has for itself, because it lets one writer in at a time; made where it is absent.</summary>
    public static JobStore Sqlite(string path) => new(new SqliteConnectionStringBuilder { DataSource = path }.ToString(), isPostgres: false);

    /// <summary>A PostgreSQL database, in tables named <c>qrtz_…</c>; all processes on it share the work.</summary>
    public static JobStore Postgres(string connectionString) => new(connectionString, isPostgres: true);

    /// <inheritdoc/>
    public override string ToString() => IsPostgres ? "PostgreSQL" : ConnectionString;
}
