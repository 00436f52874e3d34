using Listening.Measuring;
using Listening.Web.Dashboards;
using Xunit;

namespace Listening.Tests.Web;

public sealed class DashboardFolderTests : IDisposable
{
    private static readonly MetricDefinition[] Catalogue = [new("frt", "", "", "seconds", false, "", []), new("posts", "", "", "count", null, "", [])];
    private readonly string folder = Directory.CreateTempSubdirectory("dashboards-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_folder_with_a_file_is_a_dashboard()
    {
        Write("""{"title":"Mine","tiles":[{"id":"first","kind":"number","metrics":[{"id":"frt","interval":"fit"}]}]}""");

        var dashboard = DashboardFolder.Read(folder, Catalogue).Find("mine")!;

        Assert.Equal("fit", Assert.Single(Assert.Single(dashboard.Tiles).Metrics).Interval);
        Assert.Equal("Mine", dashboard.Definition.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("{\n\"tiles\": [\n  oops\n]}", "(3)")]
    [InlineData("""{"tiles":[{"id":"a","metrics":[{"id":"happiness"}]}]}""", "tile 'a' asks for the metric 'happiness', which is not in the catalogue")]
    [InlineData("""{"tiles":[{"id":"a","metrics":[]},{"id":"a","metrics":[]}]}""", "two tiles have the id 'a'")]
    [InlineData("""{"title":"no tiles"}""", "tiles")]
    public void A_file_that_cannot_be_used_says_where_and_why(string content, string reason)
    {
        Write(content);

        var refused = Assert.Throws<DashboardFileException>(() => DashboardFolder.Read(folder, Catalogue));

        Assert.Contains(reason, refused.Message);
        Assert.Contains("mine/dashboard.json", refused.Message);
    }

    private void Write(string content)
    {
        Directory.CreateDirectory(Path.Combine(folder, "mine"));
        File.WriteAllText(Path.Combine(folder, "mine", "dashboard.json"), content);
    }
}
