using System.Text;
using Listening.Brands;
using Listening.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Listening.Tests.Web;

public sealed class BrandSettingsTests
{
    [Fact]
    public void Brands_are_read_as_the_documentation_shows_them()
    {
        var brands = Read("""{"Brands":[{"name":"Delta","kind":"own","handles":["twitter:@Delta"],"watch":["delta airlines"]},{"name":"United","kind":"competitor","handles":["*:united"]}]}""");

        Assert.Equal(["Delta", "United"], brands.Select(brand => brand.Name));
        Assert.Equal([BrandKind.Own, BrandKind.Competitor], brands.Select(brand => brand.Kind));
        Assert.Equal(["twitter:Delta"], brands[0].Handles);
        Assert.Equal(["delta airlines"], brands[0].Watch);
    }

    [Theory]
    [InlineData("""{"Brands":[{"kind":"own"}]}""", "Setting Brands:0: a brand needs a name.")]
    [InlineData("""{"Brands":[{"name":"Delta","kind":"friend"}]}""", "Setting Brands:0:Kind: 'friend' is neither own nor competitor.")]
    [InlineData("""{"Brands":[{"name":"Delta","handles":["Delta"]}]}""", "Setting Brands:0:Handles: 'Delta' is not source:handle. Example: twitter:Delta, or *:Delta for every source.")]
    [InlineData("""{"Brands":[{"name":"Delta"},{"name":"delta"}]}""", "Setting Brands: two brands have the name 'Delta'.")]
    [InlineData(
        """{"Brands":[{"name":"Delta","watch":["delta"]},{"name":"United","watch":["(united"]}]}""",
        "Setting Brands:1:Watch:0: A bracket is opened and never closed (at character 1). Example: (late OR delayed) AND lang:en.")]
    [InlineData("""{"Brands":[{"name":"Delta","handles":["x:delta"]},{"name":"United","handles":["X:Delta"]}]}""", "Setting Brands:1:Handles:0: X:Delta is Delta's already.")]
    public void What_cannot_be_used_says_where_and_why(string json, string message) =>
        Assert.Equal(message, Assert.Throws<SettingException>(() => Read(json)).Message);

    private static IReadOnlyList<Brand> Read(string json) =>
        BrandSettings.Read(new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build());
}
