using Listening.Desk;
using Listening.Tests.Desk.Postgres;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Listening.Tests.Desk.Postgres;

/// <summary>The tests' one PostgreSQL, started by the first test that wants it; where the machine has none, that test is skipped with the reason.</summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private readonly Lazy<Task<PostgresServer>> server = new(() => PostgresServer.StartAsync(Binaries()));

    /// <summary>A new, empty database on it.</summary>
    public async Task<PostgresAddress> FreshDatabaseAsync() => await (await ServerAsync()).FreshDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated && server.Value.IsCompletedSuccessfully) await (await server.Value).DisposeAsync();
    }

    internal async Task<PostgresServer> ServerAsync()
    {
        Binaries();
        return await server.Value;
    }

    /// <summary>Skips the test that asks when there is no PostgreSQL here.</summary>
    internal static PostgresBinaries Binaries()
    {
        var found = PostgresBinaries.Find(out var reason);
        Assert.SkipWhen(found is null, reason);
        return found!;
    }
}
