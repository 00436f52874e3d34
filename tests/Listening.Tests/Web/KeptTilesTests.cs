using Listening.Brands;
using Listening.Calendars;
using Listening.Measuring;
using Listening.Storing;
using Listening.Web.Dashboards;
using Listening.Web.Security;
using Listening.Web.Streaming;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web;

/// <summary>What a tile showed as of an instant serves who asks as of that instant and accepts its age, and nobody else.</summary>
public sealed class KeptTilesTests : IFactReader
{
    private static readonly TileDefinition Tile = new("race", [new MetricRequest("race_own_first")]);
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);
    private static readonly TileSpan Shown = new(Some.Instant.AddDays(-28), Some.Instant.AddDays(1), Some.Instant);
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly CurrentRegistry registry = new(new BrandRegistry([]));
    private readonly CurrentTargets targets = new();
    private readonly SlowMetrics metrics = new();
    private readonly KeptTiles tiles;

    public KeptTilesTests()
    {
        metrics.Let.SetResult();
        tiles = new(new TileReadings(new TileEvaluator(metrics, time), this, registry, time), registry, targets, time);
    }

    public long Revision { get; private set; } = 1;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_serves_until_it_is_older_than_accepted_though_posts_came_in()
    {
        await ReadAsync(Shown, HalfAnHour, 1);
        Revision++;
        time.Advance(TimeSpan.FromMinutes(29));
        await ReadAsync(Shown, HalfAnHour, 1);
        await ReadAsync(Shown, TimeSpan.FromMinutes(29), 2);
        time.Advance(TimeSpan.FromMinutes(1));
        await ReadAsync(Shown, TimeSpan.Zero, 3);
        await ReadAsync(Shown, HalfAnHour, 3);
    }

    [Fact]
    public async Task Another_instant_period_sight_or_tile_is_another_answer()
    {
        await ReadAsync(Shown, HalfAnHour, 1);
        await ReadAsync(Shown with { AsOf = Shown.AsOf.AddTicks(1) }, HalfAnHour, 2);
        await ReadAsync(Shown with { To = Shown.To.AddDays(1) }, HalfAnHour, 3);
        await tiles.ReadAsync(Topic(Shown) with { Sight = new(true) }, Tile, HalfAnHour, Cancelled);
        await tiles.ReadAsync(Topic(Shown), Tile with { Id = "kinds" }, HalfAnHour, Cancelled);
        Assert.Equal(5, metrics.Asked);
    }

    [Fact]
    public async Task Nothing_serves_without_an_instant_or_across_a_change_of_brands_or_targets()
    {
        await ReadAsync(Shown, HalfAnHour, 1);
        registry.Take(registry.Now with { Version = 1 });
        await ReadAsync(Shown, HalfAnHour, 2);
        targets.Take(new([new(1, Some.Instant, Some.Instant, "ana", "", TargetsContent.Empty)], TimeSpan.FromHours(1)));
        time.Advance(TimeSpan.FromSeconds(1));
        await ReadAsync(Shown, HalfAnHour, 3);
        var now = Topic(Shown);
        now = now with { Parameters = now.Parameters with { AsOf = null } };
        await tiles.ReadAsync(now, Tile, HalfAnHour, Cancelled);
        time.Advance(TimeSpan.FromSeconds(1));
        await tiles.ReadAsync(now, Tile, HalfAnHour, Cancelled);
        Assert.Equal(5, metrics.Asked);
    }

    [Fact]
    public async Task All_that_is_kept_of_an_instant_follows_to_the_next_one_and_the_moved_period()
    {
        await ReadAsync(Shown, HalfAnHour, 1);
        await ReadAsync(Shown with { AsOf = Shown.AsOf.AddDays(-1) }, HalfAnHour, 2);
        time.Advance(TimeSpan.FromMinutes(10));
        var next = new TileSpan(Shown.From.AddDays(1), Shown.To.AddDays(1), Shown.AsOf.AddMinutes(10));
        await tiles.FollowAsync(Shown, next, Cancelled);
        Assert.Equal(3, metrics.Asked);
        await ReadAsync(next, HalfAnHour, 3);
        await ReadAsync(Shown, HalfAnHour, 3);
    }

    [Fact]
    public async Task An_instant_that_cannot_be_read_is_named()
    {
        var wrong = Topic(Shown);
        wrong = wrong with { Parameters = wrong.Parameters with { AsOf = "yesterday" } };
        Assert.Equal("asOf", (await Assert.ThrowsAsync<MetricQuestionException>(() => tiles.ReadAsync(wrong, Tile, HalfAnHour, Cancelled))).Parameter);
    }

    IAsyncEnumerable<FactRow> IFactReader.ReadAsync(FactQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    // As the page writes them: milliseconds and Z.
    private static TileTopic Topic(TileSpan span) =>
        new("report", "race", new() { From = $"{span.From:yyyy-MM-ddTHH:mm:ss.fffZ}", To = $"{span.To:yyyy-MM-ddTHH:mm:ss.fffZ}", AsOf = $"{span.AsOf:O}" }, new Sight(false));

    private async Task ReadAsync(TileSpan span, TimeSpan accepted, int asked)
    {
        var answer = await tiles.ReadAsync(Topic(span), Tile, accepted, Cancelled);
        Assert.Equal((span.AsOf, asked), (answer.AsOf, metrics.Asked));
    }
}
