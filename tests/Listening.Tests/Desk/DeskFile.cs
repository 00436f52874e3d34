using Listening.Desk;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>A migrated relational store in a SQLite file of its own, and a clock that stands still.</summary>
public sealed class DeskFile : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();

    public DeskFile() => Store = DeskStore.Sqlite(Path);

    public string Path => directory.File("desk.db");

    public DeskStore Store { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync() => await Store.MigrateAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        Store.Dispose();
        directory.Dispose();
        return ValueTask.CompletedTask;
    }
}
