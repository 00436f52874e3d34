using System.Runtime.CompilerServices;
using Listening.Collecting;
using Listening.Store;
using Listening.Store.Engine;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Store;

/// <summary>A store that is closed while it reads its keys does not keep the engine waiting.</summary>
public sealed class StoredKeysTests : IClickHouse
{
    private readonly TaskCompletionSource begun = new(), givenUp = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_being_read_is_given_up_on_closing_and_closing_twice_is_closing_once()
    {
        UInt128[] keys = [PostKey.Of("mastodon", "1")];
        var stored = new StoredKeys(this, "Posts/StoredPosts.sql", patience: 1);
        Assert.Single(stored.Doubtful(keys));
        stored.Note(keys);
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancelled);
        Assert.False(givenUp.Task.IsCompleted);
        stored.Dispose();
        await givenUp.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancelled);
        stored.Dispose();
    }

    async IAsyncEnumerable<FactRow> IClickHouse.ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        begun.SetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            givenUp.SetResult();
        }

        yield break;
    }

    Task IClickHouse.ExecuteAsync(FactQuery statement, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IClickHouse.InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken) => throw new NotSupportedException();

    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;
}
