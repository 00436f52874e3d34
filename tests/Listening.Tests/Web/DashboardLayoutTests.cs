using Listening.Measuring;
using Listening.Metrics;
using Listening.Web.Dashboards;
using Xunit;

namespace Listening.Tests.Web;

public sealed class DashboardLayoutTests
{
    private static readonly IReadOnlyList<MetricDefinition> Catalogue = new Listening.Metrics.Metrics(null!, new(new Listening.Brands.BrandRegistry([])), new MetricRules()).Catalogue;
    private static readonly DashboardFolder Folder = DashboardFolder.Read(Path.Combine(AppContext.BaseDirectory, "dashboards"), Catalogue);

    [Fact]
    public void Operations_shows_every_tile_of_its_file()
    {
        var dashboard = Folder.Find("operations")!;

        Assert.Equal(
            [
                "waiting", "late", "first-answer", "ninety", "within-hour", "lost", "next-answer", "lag",
                "volume", "distribution", "curve", "race", "trend", "kinds", "hours", "topics",
                "trending", "competitors", "coverage",
            ],
            dashboard.Tiles.Select(tile => tile.Id));
    }

    [Fact]
    public void No_tile_groups_by_what_its_metric_does_not_know()
    {
        var dimensions = Catalogue.ToDictionary(metric => metric.Id, metric => metric.Dimensions);
        var asked = Folder.All.SelectMany(dashboard => dashboard.Tiles).SelectMany(tile => tile.Metrics).Where(metric => metric.By is not null).ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, metric => Assert.Contains(metric.By, dimensions[metric.Id]));
    }
}
