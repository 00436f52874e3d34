using Listening.Measuring;
using Listening.Web.Dashboards;
using Xunit;

namespace Listening.Tests.Web;

public sealed class DashboardFolderTests : IDisposable
{
    private static readonly MetricDefinition[] Catalogue = [new("frt", "", "", "seconds", false, "", ["source"]), new("posts", "", "", "count", null, "", [])];
    private readonly string shipped = Directory.CreateTempSubdirectory("dashboards-").FullName;
    private readonly string own = Directory.CreateTempSubdirectory("own-dashboards-").FullName;

    public void Dispose()
    {
        Directory.Delete(shipped, recursive: true);
        Directory.Delete(own, recursive: true);
    }

    [Fact]
    public void A_file_dropped_in_is_a_dashboard_and_one_taken_away_is_gone()
    {
        var folder = Folder();
        Assert.False(folder.Refresh());

        Write("mine.json", Good("Mine"));
        Write("team/dashboard.json", Good("Team"));
        Assert.True(folder.Refresh());
        Assert.Equal([("mine", DashboardOwner.Yours), ("team", DashboardOwner.Yours)], folder.Entries.Select(entry => (entry.Id, entry.Owner)));
        Assert.Equal("Team", DashboardSummary.Of(folder.Entries[1]).Title);
        Assert.Equal("/dashboards/mine", DashboardSummary.Of(folder.Entries[0]).Address);
        Assert.False(folder.Refresh());

        File.Delete(Path.Combine(own, "mine.json"));
        Assert.True(folder.Refresh());
        Assert.Null(folder.Find("mine"));
    }

    [Fact]
    public void A_file_that_breaks_says_so_and_its_last_good_version_stays()
    {
        Write("mine.json", Good("Mine"));
        var folder = Folder();
        Write("mine.json", "{\n  \"title\": \"Mine\",\n  \"tiles\": [ oops ]\n}");
        folder.Refresh();

        var entry = Assert.Single(folder.Entries);
        Assert.Equal(("mine.json", 3L, 14L), (entry.Fault!.File, entry.Fault.Line, entry.Fault.Column));
        Assert.Equal("Mine", folder.Find("mine")!.Definition.GetProperty("title").GetString());

        Write("mine.json", Good("Mended again"));
        folder.Refresh();
        Assert.Null(Assert.Single(folder.Entries).Fault);
        Assert.Equal("Mended again", folder.Find("mine")!.Definition.GetProperty("title").GetString());
    }

    [Fact]
    public void A_link_is_not_followed_and_a_name_that_is_taken_or_strange_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(shipped, "operations"));
        File.WriteAllText(Path.Combine(shipped, "operations", "dashboard.json"), Good("Operations"));
        var outside = Path.Combine(shipped, "secret.json");
        File.WriteAllText(outside, Good("Secret"));
        File.CreateSymbolicLink(Path.Combine(own, "link.json"), outside);
        Directory.CreateSymbolicLink(Path.Combine(own, "linked"), Path.Combine(shipped, "operations"));
        Write("operations.json", Good("Not ours"));
        Write("<img src=x>.json", Good("Strange"));

        var folder = Folder();

        Assert.Equal("Operations", folder.Find("operations")!.Definition.GetProperty("title").GetString());
        Assert.Equal(["<img src=x>", "operations"], folder.Entries.Where(entry => entry.Fault is not null).Select(entry => entry.Id));
        Assert.Equal(3, folder.Entries.Count);
    }

    [Fact]
    public void Size_and_number_of_files_are_bounded()
    {
        foreach (var i in Enumerable.Range(0, DashboardFolder.MostFiles + 5)) Write($"d{i:000}.json", Good("One of many"));
        Write("a-large-one.json", $"{Good("Large")}{new string(' ', LayoutFile.MostBytes)}");

        var folder = Folder();

        Assert.Equal(DashboardFolder.MostFiles, folder.Entries.Count);
        Assert.Contains("At most 262144 are read", folder.Entries[0].Fault!.Instead);
    }

    private DashboardFolder Folder() => DashboardFolder.Read(shipped, Catalogue, own);

    private static string Good(string title) => $$"""{"title":"{{title}}","tiles":[{"id":"a","title":"A","kind":"number","metrics":[{"id":"frt"}]}]}""";

    private void Write(string name, string content)
    {
        var file = Path.Combine(own, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
