using Listening.Desk;

namespace Listening.Tests.Desk;

/// <summary>A relational store in a SQLite file.</summary>
public sealed class DeskFile : TestDesk
{
    private readonly TemporaryDirectory directory = new();

    public string Path => directory.File("desk.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    public override Task PrepareAsync() => Task.CompletedTask;

    protected override DeskStore Open() => DeskStore.Sqlite(Path);
}
