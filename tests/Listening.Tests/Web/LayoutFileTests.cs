using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Listening.Measuring;
using Listening.Metrics;
using Listening.Web.Dashboards;
using Xunit;

namespace Listening.Tests.Web;

public sealed partial class LayoutFileTests
{
    private static readonly IReadOnlyList<MetricDefinition> Catalogue = new Listening.Metrics.Metrics(null!, new(new Listening.Brands.BrandRegistry([])), new MetricRules()).Catalogue;

    [Fact]
    public void The_example_of_the_readme_can_be_used_as_it_stands()
    {
        var dashboard = Read(Example().Match(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dashboards-readme.md"))).Groups[1].Value);

        Assert.Equal(["waiting", "refunds", "sources"], dashboard.Tiles.Select(tile => tile.Id));
        Assert.Equal("(refund*) AND (lang:de)", dashboard.Tiles[1].Metrics[0].Filter);
        Assert.Equal("28d", dashboard.Tiles[1].Period);
    }

    [Theory]
    [InlineData("""{"title":"T","tiles":[{"id":"a","title":"A","kind":"number","metrics":[{"id":"frtt"}]}]}""", 78, "asks for the metric 'frtt', which is not in the catalogue", "Did you mean 'frt'")]
    [InlineData("""{"title":"T","tiles":[{"id":"a","title":"A","kind":"nummber","metrics":[{"id":"frt"}]}]}""", 52, "'nummber' is no kind", "Did you mean 'number'?")]
    [InlineData("""{"titel":"T","tiles":[]}""", 2, "there is no field 'titel' here", "or 'title'?")]
    [InlineData("""{"tiles":[]}""", 1, "'title' is missing", null)]
    [InlineData("""{"title":"T","tiles":[{"id":"a","title":"A","kind":"bars","metrics":[{"id":"posts"}]}]}""", 76, "needs an interval", "fit")]
    [InlineData("""{"title":"T","tiles":[{"id":"a","title":"A","kind":"table","metrics":[{"id":"frt","by":"sauce"}],"columns":[]}]}""", 88, "cannot be grouped by 'sauce'", "Did you mean 'source'?")]
    [InlineData("""{"title":"T","filter":"a AND (b","tiles":[]}""", 23, "(", null)]
    [InlineData("""{"title":"é","tiles":[{"id":"A!","title":"A","kind":"number","metrics":[]}]}""", 29, "an id has small letters", "first-answer")]
    [InlineData("""{"title":"T","tiles":[{"id":"a","title":"A","kind":"number","width":5,"metrics":[]}]}""", 69, "'width' cannot be 5", "2, 3, 4, 6, 8 or 12")]
    [InlineData("""{"title":"T","tiles":[{"id":"a","title":"A","kind":"number","metrics":[{"id":"frt"},{"id":"frt"}]}]}""", 91, "asks for 'frt' twice", null)]
    [InlineData("""{"title":["T"],"tiles":[]}""", 10, "'title' is a text, not a list", null)]
    [InlineData("""[]""", 1, "a list where an object belongs", null)]
    public void A_mistake_is_told_with_its_place_and_what_to_write_instead(string content, int column, string reason, string? instead)
    {
        var fault = Assert.Throws<DashboardFileException>(() => Read("\n" + content)).Fault;

        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.Equal(("mine.json", 2L, (long)column), (fault.File, fault.Line, fault.Column));
        if (instead is not null) Assert.Contains(instead, fault.Instead, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_is_refused_and_a_mark_of_the_byte_order_is_not()
    {
        Assert.Contains("UTF-8", Assert.Throws<DashboardFileException>(() => LayoutFile.Read("a", "a.json", [0x7b, 0xff], Catalogue)).Message, StringComparison.Ordinal);
        Assert.Equal("a", LayoutFile.Read("a", "a.json", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Good)], Catalogue).Id);
        var deep = new string('[', 5000);
        Assert.Contains("not JSON", Assert.Throws<DashboardFileException>(() => Read($$"""{"title":{{deep}}""")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_and_the_check_know_the_same_fields()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "dashboards", "shared", "layout.schema.json")));
        var root = schema.RootElement.GetProperty("properties");
        var tile = root.GetProperty("tiles").GetProperty("items").GetProperty("properties");
        foreach (var name in root.EnumerateObject().Select(field => field.Name).Where(name => name != "tiles"))
            Assert.DoesNotContain("there is no field", Record.Exception(() => Read($$"""{"{{name}}":0}"""))!.Message, StringComparison.Ordinal);
        foreach (var name in tile.EnumerateObject().Select(field => field.Name))
            Assert.DoesNotContain("there is no field", Record.Exception(() => Read($$"""{"title":"T","tiles":[{"{{name}}":0}]}"""))!.Message, StringComparison.Ordinal);
    }

    private const string Good = """{"title":"T","tiles":[{"id":"a","title":"A","kind":"number","metrics":[{"id":"frt"}]}]}""";

    private static Dashboard Read(string content) => LayoutFile.Read("mine", "mine.json", Encoding.UTF8.GetBytes(content), Catalogue);

    [GeneratedRegex("```json\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
