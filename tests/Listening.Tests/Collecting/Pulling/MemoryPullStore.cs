using Listening.Collecting.Pulling;
using Listening.Storing;

namespace Listening.Tests.Collecting.Pulling;

/// <summary>Keeps posts and cursors in memory, and can be told to fail.</summary>
internal sealed class MemoryPullStore : IPullStore
{
    public Dictionary<string, int> Posts { get; } = [];

    public Dictionary<string, SourceCursor> Cursors { get; } = [];

    public List<SourceGap> Gaps { get; } = [];

    public List<PostBatch> Batches { get; } = [];

    public Action BeforeStore { get; set; } = () => { };

    public Action<SourceCursor> BeforeSave { get; set; } = _ => { };

    public SourceCursor Cursor(string stream) => Cursors.GetValueOrDefault(stream) ?? new();

    public Task<StoreReceipt> StoreAsync(PostBatch batch, CancellationToken cancellationToken)
    {
        BeforeStore();
        Batches.Add(batch);
        var (accepted, duplicates) = (0, 0);
        foreach (var post in batch.Posts.Select(collected => collected.Post))
        {
            if (Posts.TryAdd(post.Identity.Id, 1)) accepted++;
            else duplicates++;
        }

        return Task.FromResult(new StoreReceipt(accepted, duplicates, 0));
    }

    public Task SaveAsync(string stream, SourceCursor cursor, SourceGap? gap, CancellationToken cancellationToken)
    {
        BeforeSave(cursor);
        // As the database does: what cannot be written as JSON is lost.
        Cursors[stream] = SourceCursor.Read(cursor.ToJson());
        if (gap is not null) Gaps.Add(gap);
        return Task.CompletedTask;
    }
}
