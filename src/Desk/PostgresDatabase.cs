using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Listening.Desk;

/// <summary>A database on a PostgreSQL server.</summary>
internal sealed class PostgresDatabase : IDeskDatabase
{
    private readonly PostgresAddress address;
    private readonly NpgsqlDataSource source;
    private readonly DbContextOptions<PostgresDeskContext> options;

    public PostgresDatabase(PostgresAddress address)
    {
        this.address = address;
        source = NpgsqlDataSource.Create(address.ConnectionString);
        options = new DbContextOptionsBuilder<PostgresDeskContext>().UseNpgsql(source).Options;
    }

    public DeskContext Open() => new PostgresDeskContext(options);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            if (PostgresFailures.TooOld(connection.PostgreSqlVersion, address) is { } old) throw old;
        }
        catch (Exception failure) when (Explain(failure) is { } explained)
        {
            throw explained;
        }
    }

    // EF's own lock ends with each migration's transaction, and who waited for it then repeats what another has done. This one ends with a transaction that
    // lasts as long as all of them. The number is any that nobody else takes.
    public async Task<IAsyncDisposable> TakeMigrationTurnAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = "BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = 0; SELECT pg_advisory_xact_lock(5505796210731904616)";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public DeskUnavailableException? Explain(Exception failure) => PostgresFailures.Explain(failure, address);

    public void ForgetConnections() => source.Clear();

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public override string ToString() => address.ToString();
}
