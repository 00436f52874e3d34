using System.Collections.Immutable;
using Listening.Collecting;
using Listening.Storing;

namespace Listening.Tests.Collecting;

/// <summary>A store that remembers, can be held up and can refuse.</summary>
internal sealed class MemoryPostStore : IPostStore
{
    private readonly HashSet<PostId> known = [];

    // Read by tests while commits go on.
    public ImmutableList<PostBatch[]> Commits { get; private set; } = [];

    public Func<IReadOnlyList<PostBatch>, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IEnumerable<CollectedPost> Posts => Commits.SelectMany(commit => commit).SelectMany(batch => batch.Posts);

    public async Task<IReadOnlyList<StoreReceipt>> StoreAsync(IReadOnlyList<PostBatch> batches, CancellationToken cancellationToken)
    {
        await Before(batches);
        Commits = Commits.Add([.. batches]);
        return [.. batches.Select(batch => batch.Posts.Count(post => known.Add(post.Post.Identity)) is var accepted ? new StoreReceipt(accepted, batch.Posts.Count - accepted, 0) : default)];
    }
}
