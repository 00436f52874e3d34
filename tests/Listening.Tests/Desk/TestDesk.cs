using Listening.Desk;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>A migrated relational store that nobody else has, and a clock that stands still.</summary>
public abstract class TestDesk : IAsyncLifetime
{
    private readonly List<DeskStore> opened = [];

    public DeskStore Store { get; private set; } = null!;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        Store = Another();
        await Store.MigrateAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>One more store over the same database: it stands for another process, because it shares no queue with the first.</summary>
    public DeskStore Another()
    {
        opened.Add(Open());
        return opened[^1];
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var store in opened) await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes what <see cref="Another"/> opens; nothing is migrated.</summary>
    public abstract Task PrepareAsync();

    protected abstract DeskStore Open();
}
