using Listening.Access;
using Listening.Desk;
using Listening.Desk.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Listening.Tests.Desk.Postgres;

public sealed class PostgresDeskStoreTests(PostgresFixture postgres) : DeskStoreContract(new DeskDatabase(postgres), new DeskDatabase(postgres))
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_went_away_is_said_so_and_used_again_when_it_is_back()
    {
        await using var server = await PostgresServer.StartAsync(PostgresFixture.Binaries());
        await using var store = DeskStore.Postgres(await server.FreshDatabaseAsync());
        await store.MigrateAsync(Cancelled);
        var keys = new ApiKeys(store, TimeProvider.System);
        await keys.AddAsync("before", ["read"], Actor.Terminal, Cancelled);

        foreach (var signal in (string[])["INT", "KILL"])
        {
            // Several connections lie idle when it goes.
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => keys.ListAsync(Cancelled)));
            await server.StopAsync(signal);
            var away = await Assert.ThrowsAsync<DeskUnavailableException>(() => keys.ListAsync(Cancelled));
            Assert.Equal($"No PostgreSQL answers at 127.0.0.1:{server.Port}: is it running, and does it listen there?", away.Message);
            await Assert.ThrowsAsync<DeskUnavailableException>(() => keys.AddAsync("during", ["read"], Actor.Terminal, Cancelled));
            await server.StartAsync();
            Assert.Equal("before", (await keys.ListAsync(Cancelled))[0].Name);
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => keys.ListAsync(Cancelled)));
        await server.StopAsync();
        await server.StartAsync();
        await keys.AddAsync("after", ["read"], Actor.Terminal, Cancelled);
        Assert.Equal(["before", "after"], (await keys.ListAsync(Cancelled)).Select(key => key.Name));
    }
}
