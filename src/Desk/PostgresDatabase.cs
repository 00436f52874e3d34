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

    public DeskUnavailableException? Explain(Exception failure) => PostgresFailures.Explain(failure, address);

    public void ForgetConnections() => source.Clear();

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public override string ToString() => address.ToString();
}
