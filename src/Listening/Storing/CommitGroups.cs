namespace Listening.Storing;

/// <summary>
/// Stores batches that arrive at the same time in one commit: what comes while a commit runs waits for it and goes into the next one. A lone batch never waits.
/// </summary>
public sealed class CommitGroups(IPostStore store) : IAsyncDisposable
{
    /// <summary>Most posts of a commit that has more than one batch.</summary>
    public const int MostPosts = 10_000;

    /// <summary>Most batches that are waiting or being stored; who comes later waits before it hands over its posts.</summary>
    public const int MostWaiting = 32;

    private readonly Lock _gate = new();
    private readonly Queue<Pending> _waiting = new();
    private readonly SemaphoreSlim _room = new(MostWaiting);
    private Task _committing = Task.CompletedTask;
    private bool _running;

    /// <summary>How many batches are waiting or being stored now.</summary>
    public int Waiting => MostWaiting - _room.CurrentCount;

    /// <summary>
    /// Completes with the batch's own receipt when it is durable, and throws what the store threw for it. A caller that cancels leaves; its batch may be stored all the same.
    /// </summary>
    public async Task<StoreReceipt> StoreAsync(PostBatch batch, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        var pending = new Pending(batch);
        lock (_gate)
        {
            _waiting.Enqueue(pending);
            if (!_running)
            {
                _running = true;
                _committing = Task.Run(CommitAsync, CancellationToken.None);
            }
        }

        return await pending.Receipt.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits for the commits under way.</summary>
    public async ValueTask DisposeAsync()
    {
        Task committing;
        lock (_gate) committing = _committing;
        await committing;
        _room.Dispose();
    }

    private async Task CommitAsync()
    {
        while (NextGroup() is { } group)
        {
            await StoreAsync(group);
            _room.Release(group.Count);
        }
    }

    private List<Pending>? NextGroup()
    {
        lock (_gate)
        {
            _running = _waiting.Count > 0;
            if (!_running) return null;
            var group = new List<Pending> { _waiting.Dequeue() };
            var posts = group[0].Batch.Posts.Count;
            while (_waiting.TryPeek(out var next) && (posts += next.Batch.Posts.Count) <= MostPosts) group.Add(_waiting.Dequeue());
            return group;
        }
    }

    private async Task StoreAsync(List<Pending> group)
    {
        try
        {
            var receipts = await store.StoreAsync(group.ConvertAll(pending => pending.Batch), CancellationToken.None);
            for (var index = 0; index < group.Count; index++) group[index].Receipt.TrySetResult(receipts[index]);
        }
        catch (Exception exception) when (group.Count == 1)
        {
            group[0].Receipt.TrySetException(exception);
        }
        catch (Exception)
        {
            // One batch that the store refuses must not fail its neighbours: each gets its own answer.
            foreach (var pending in group) await StoreAsync([pending]);
        }
    }

    private sealed class Pending(PostBatch batch)
    {
        public PostBatch Batch { get; } = batch;

        public TaskCompletionSource<StoreReceipt> Receipt { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
