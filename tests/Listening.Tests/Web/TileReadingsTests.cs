using System.Runtime.CompilerServices;
using Listening.Brands;
using Listening.Storing;
using Listening.Web.Dashboards;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Listening.Web.Streaming;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web;

public sealed class TileReadingsTests
{
    private static readonly TileDefinition Tile = new("waiting", [new MetricRequest("backlog")]);
    private static readonly TileTopic Topic = new("operations", "waiting", new MetricParameters(), new Sight(false));
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly Facts facts = new();
    private readonly SlowMetrics metrics = new();
    private readonly CurrentRegistry registry = new(new BrandRegistry([]));
    private readonly TileReadings readings;

    public TileReadingsTests() => readings = new(new TileEvaluator(metrics, time), facts, registry, time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_viewers_of_one_question_are_one_evaluation_for_a_second()
    {
        var viewers = Enumerable.Range(0, 20).Select(_ => ReadAsync()).ToList();
        metrics.Let.SetResult();
        Assert.All(await Task.WhenAll(viewers), answer => Assert.Equal(Some.Instant, answer.AsOf));
        time.Advance(TimeSpan.FromMilliseconds(999));
        await ReadAsync();
        Assert.Equal(1, metrics.Asked);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(Some.Instant.AddSeconds(1), (await ReadAsync()).AsOf);
        Assert.Equal(2, metrics.Asked);
    }

    [Fact]
    public async Task Who_asks_after_the_reporting_zone_has_changed_never_gets_what_was_begun_before_it()
    {
        var before = ReadAsync();
        registry.Take(RegistryInUse.Of(1, new RegistryContent { TimeZone = "Asia/Kathmandu" }));
        var after = ReadAsync();
        metrics.Let.SetResult();
        await Task.WhenAll(before, after);
        Assert.Equal(["Asia/Kathmandu", "UTC"], metrics.Zones.Order());
    }

    [Fact]
    public async Task Who_asks_after_a_change_never_gets_what_was_begun_before_it()
    {
        var before = ReadAsync();
        facts.Revision++;
        var after = ReadAsync();
        metrics.Let.SetResult();
        await Task.WhenAll(before, after);
        Assert.Equal(2, metrics.Asked);
    }

    [Fact]
    public async Task Another_question_or_another_sight_is_another_evaluation()
    {
        metrics.Let.SetResult();
        await readings.ReadAsync(Topic, Tile, Cancelled);
        await readings.ReadAsync(Topic with { Sight = new Sight(true) }, Tile, Cancelled);
        await readings.ReadAsync(Topic with { Parameters = new MetricParameters { Brand = "Acme" } }, Tile, Cancelled);
        await readings.ReadAsync(Topic, new("waiting", [new MetricRequest("frt")]), Cancelled);
        Assert.Equal(4, metrics.Asked);
    }

    [Fact]
    public async Task An_evaluation_ends_when_its_last_viewer_has_left_and_not_before()
    {
        using var one = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var (first, second) = (readings.ReadAsync(Topic, Tile, one.Token), readings.ReadAsync(Topic, Tile, other.Token));
        await metrics.Begun.Task.WaitAsync(Cancelled);
        await one.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.False(metrics.Ended.Task.IsCompleted);
        await other.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await metrics.Ended.Task.WaitAsync(Cancelled);
        metrics.Let.SetResult();
        await ReadAsync();
        Assert.Equal(2, metrics.Asked);
    }

    private Task<TileAnswer> ReadAsync() => readings.ReadAsync(Topic, Tile, Cancelled);

    private sealed class Facts : IFactReader
    {
        public long Revision { get; set; } = 1;

        public async IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}
