using Listening.Collecting;
using Listening.Storing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Collecting;

public sealed class CollectingPipelineTests : IAsyncDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly MemoryPostStore store = new();
    private readonly MemoryProjector projector;
    private readonly Revisions revisions = new();
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly CommitGroups commits;
    private readonly ProjectingLoop loop;
    private readonly CollectingPipeline pipeline;

    public CollectingPipelineTests()
    {
        projector = new(store);
        commits = new(store);
        loop = new(projector, projector, revisions, time, NullLogger<ProjectingLoop>.Instance);
        pipeline = new(commits, loop, time);
    }

    public async ValueTask DisposeAsync()
    {
        await commits.DisposeAsync();
        loop.Dispose();
    }

    [Fact]
    public async Task A_lone_batch_is_stored_with_its_first_sight_and_its_receipt()
    {
        Assert.Equal(new StoreReceipt(2, 1, 0), await pipeline.AcceptAsync([Some.Post("1"), Some.Post("2"), Some.Post("1")], Arrival.Backfill, Token));
        Assert.All(store.Posts, post => Assert.Equal((Some.Instant, Arrival.Backfill), (post.FirstSeen, post.Arrival)));
    }

    [Fact]
    public async Task Batches_that_come_while_a_commit_runs_share_the_next_one_and_each_gets_its_own_receipt()
    {
        var gate = new TaskCompletionSource();
        store.Before = _ => gate.Task;
        var first = pipeline.AcceptAsync([Some.Post("first")], Arrival.Live, Token);
        var others = Enumerable.Range(0, 20).Select(number => pipeline.AcceptAsync([Some.Post($"{number}"), Some.Post("shared")], Arrival.Live, Token)).ToArray();
        gate.SetResult();

        Assert.Equal(new StoreReceipt(1, 0, 0), await first);
        var receipts = await Task.WhenAll(others);
        Assert.Equal(new StoreReceipt(2, 0, 0), receipts[0]);
        Assert.All(receipts[1..], receipt => Assert.Equal(new StoreReceipt(1, 1, 0), receipt));
        Assert.InRange(store.Commits.Count, 1, 2);
        Assert.Equal(21, store.Commits.Sum(commit => commit.Length));
    }

    [Fact]
    public async Task A_commit_of_several_batches_holds_at_most_10_000_posts()
    {
        var gate = new TaskCompletionSource();
        store.Before = _ => gate.Task;
        Post[] Posts(int batch) => [.. Enumerable.Range(0, 4_000).Select(number => Some.Post($"{batch}-{number}"))];
        var sent = Enumerable.Range(0, 6).Select(batch => pipeline.AcceptAsync(Posts(batch), Arrival.Live, Token)).ToArray();
        gate.SetResult();
        await Task.WhenAll(sent);
        Assert.All(store.Commits, commit => Assert.InRange(commit.Sum(batch => batch.Posts.Count), 1, CommitGroups.MostPosts));
        Assert.Equal(24_000, store.Posts.Count());
    }

    [Fact]
    public async Task A_batch_that_the_store_refuses_fails_alone()
    {
        var gate = new TaskCompletionSource();
        store.Before = async batches =>
        {
            await gate.Task;
            if (batches.Any(batch => batch.Posts.Any(post => post.Post.Text == "poison"))) throw new StoreQueryException("cannot", 1);
        };
        var first = pipeline.AcceptAsync([Some.Post("first")], Arrival.Live, Token);
        var good = pipeline.AcceptAsync([Some.Post("good")], Arrival.Live, Token);
        var bad = pipeline.AcceptAsync([Some.Post("bad", text: "poison")], Arrival.Live, Token);
        var late = pipeline.AcceptAsync([Some.Post("late")], Arrival.Live, Token);
        gate.SetResult();

        Assert.Equal([1, 1, 1], (await Task.WhenAll(first, good, late)).Select(receipt => receipt.Accepted));
        Assert.Equal("cannot", (await Assert.ThrowsAsync<StoreQueryException>(() => bad)).Message);
        Assert.Equal(new StoreReceipt(1, 0, 0), await pipeline.AcceptAsync([Some.Post("after")], Arrival.Live, Token));
    }

    [Fact]
    public async Task Who_comes_when_there_is_no_room_waits_and_may_leave()
    {
        var gate = new TaskCompletionSource();
        store.Before = _ => gate.Task;
        var inside = Enumerable.Range(0, CommitGroups.MostWaiting).Select(number => pipeline.AcceptAsync([Some.Post($"{number}")], Arrival.Live, Token)).ToArray();
        using var leaving = new CancellationTokenSource();
        var outside = pipeline.AcceptAsync([Some.Post("outside")], Arrival.Live, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outside);
        gate.SetResult();
        await Task.WhenAll(inside);
        Assert.DoesNotContain(store.Posts, post => post.Post.Identity.Id == "outside");
    }

    [Fact]
    public async Task What_is_accepted_is_projected_and_announced_by_the_running_loop()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = loop.RunAsync(stopping.Token);
        await pipeline.AcceptAsync([Some.Post("1"), Some.Post("2")], Arrival.Live, Token);
        Assert.Equal(2, await revisions.WaitAsync(1, Token));
        await pipeline.AcceptAsync([Some.Post("3")], Arrival.Live, Token);
        Assert.Equal(3, await revisions.WaitAsync(2, Token));
        await stopping.CancelAsync();
        await running;
    }

    [Fact]
    public async Task The_loop_looks_around_every_five_seconds_for_what_others_stored()
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = loop.RunAsync(stopping.Token);
        await store.StoreAsync([new PostBatch([new CollectedPost(Some.Post(), Some.Instant, Arrival.Live)])], Token);
        while (revisions.Current == 0)
        {
            time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await stopping.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_run_that_fails_is_shown_and_tried_again_later_each_time()
    {
        projector.Failures = 3;
        await pipeline.AcceptAsync([Some.Post()], Arrival.Live, Token);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var running = loop.RunAsync(stopping.Token);
        foreach (var (failures, seconds) in ((int, int)[])[(1, 1), (2, 2), (3, 4)])
        {
            while (loop.State.Failures < failures) await Task.Yield();
            Assert.Equal(new ProjectingState(null, failures, "no room on the disk", time.GetUtcNow().AddSeconds(seconds)), loop.State);
            time.SetUtcNow(loop.State.NextTry!.Value);
        }

        Assert.Equal(1, await revisions.WaitAsync(0, Token));
        await stopping.CancelAsync();
        await running;
    }

    [Fact]
    public async Task Only_one_run_goes_on_at_a_time()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => pipeline.ProjectAsync(Token)));
        Assert.Equal(1, projector.MostAtOnce);
    }
}
