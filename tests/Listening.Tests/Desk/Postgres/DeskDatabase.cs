using Listening.Desk;

namespace Listening.Tests.Desk.Postgres;

/// <summary>A relational store in a PostgreSQL database.</summary>
public sealed class DeskDatabase(PostgresFixture postgres) : TestDesk
{
    public PostgresAddress Address { get; private set; } = null!;

    public override async Task PrepareAsync() => Address = await postgres.FreshDatabaseAsync();

    protected override DeskStore Open() => DeskStore.Postgres(Address);
}
