using Listening.Collecting.Pulling;
using Listening.Tests.Collecting.Pulling;
using Listening.Tests.Sources.Contract;
using Xunit;

namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>Everything of the list goes wrong between us and Bluesky's own servers. The account of one scenario serves the next, since sign-ins are few.</summary>
public sealed class BlueskyFaultTests(BlueskyNetwork network) : IAsyncLifetime
{
    private const string Search = "app.bsky.feed.searchPosts";
    private readonly MemoryPullStore store = new();

    public async ValueTask InitializeAsync() => await network.ReadyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task After_each_fault_the_next_run_heals()
    {
        var (brand, customer) = (await network.UserAsync("acmefaults"), await network.UserAsync("customer"));
        await using var proxy = await FaultProxy.StartAsync(network.Address);
        using var healthy = new NetworkBench(network.Address, brand.Handle) { Store = store };
        foreach (var (name, fault) in Faults.All)
        {
            var (said, struck) = ($"wabbit and {name}", 0);
            await customer.ShownAsync((await customer.PostAsync(said)).Uri);
            proxy.Fault = async (method, context, answer) =>
            {
                if (method != Search) return false;
                struck++;
                await fault(context, answer);
                return true;
            };
            // A new one each: the way out keeps to what a source said about when to come back.
            using (var bench = new NetworkBench(proxy.Address, brand.Handle, new() { Retries = 0, Longest = TimeSpan.FromSeconds(name.StartsWith("hang", StringComparison.Ordinal) ? 2 : 30) }) { Store = store })
            {
                var report = await bench.PullAsync("wabbit");
                Assert.True(name == "latency" || (report.Failure is not null && !bench.Has(said)), $"{name} passed without a word");
                Assert.DoesNotContain(BlueskyUser.Password, report.Failure?.Reason ?? "", StringComparison.Ordinal);
            }

            Assert.True(struck > 0, $"{name} never struck");
            Assert.Null((await healthy.PullAsync("wabbit")).Failure);
            Assert.True(healthy.Has(said), $"{name} lost a post");
        }

        NothingIsTwice(Faults.All.Count);
    }

    [Fact]
    public async Task Pages_that_are_not_those_that_were_asked_for_lose_nothing()
    {
        var (brand, customer) = (await network.UserAsync("acmelies"), await network.UserAsync("customer"));
        await using var proxy = await FaultProxy.StartAsync(network.Address);
        using var bench = new NetworkBench(proxy.Address, brand.Handle) { Store = store };
        using var healthy = new NetworkBench(network.Address, brand.Handle) { Store = store };
        var all = 0;
        foreach (var (name, lie) in Lies.All)
        {
            var said = Enumerable.Range(0, 120).Select(number => $"wobbit {number}, {name}").ToList();
            await customer.ManyAsync(said, TimeProvider.System.GetUtcNow());
            var last = await customer.PostAsync($"the last wobbit, {name}");
            await customer.ShownAsync(last.Uri);
            all += said.Count + 1;
            var tell = lie();
            proxy.Fault = async (method, context, answer) =>
            {
                if (method != Search) return false;
                await StubServer.WriteAsync(context, tell(answer));
                return true;
            };
            Assert.InRange((await bench.PullAsync("wobbit")).Pages, 1, 3 * new PullBudget().Pages);
            Assert.Null((await healthy.PullAsync("wobbit")).Failure);
            Assert.All(said, text => Assert.True(healthy.Has(text), $"{name} lost '{text}'"));
        }

        NothingIsTwice(all);
    }

    private void NothingIsTwice(int all)
    {
        var texts = store.Batches.SelectMany(batch => batch.Posts).DistinctBy(one => one.Post.Identity).Select(one => one.Post.Text).ToList();
        Assert.Equal((all, all), (texts.Count, texts.Distinct().Count()));
        Assert.Empty(store.Gaps);
    }
}
