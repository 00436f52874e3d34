using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Web.Setup;
using Xunit;

namespace Listening.Tests.Web;

public sealed class SuggestedSourcesTests
{
    private static readonly Brand Acme = new() { Name = "Acme Air", Watch = ["acme air"] };

    private static ConnectorDeclaration Kind(string kind, AccountNeed account, params IReadOnlyList<SettingDeclaration> settings) =>
        new() { Kind = kind, Title = kind, Summary = "", Account = account, Sight = new(true, true, true, true), Settings = settings };

    [Fact]
    public void What_works_at_once_comes_first_and_is_chosen()
    {
        var suggested = SuggestedSources.For(Acme,
        [
            Kind("paid", AccountNeed.Paid) with { Suggest = _ => new Dictionary<string, string>() },
            Kind("free", AccountNeed.Free) with { Suggest = _ => new Dictionary<string, string>() },
            Kind("by-hand", AccountNeed.None),
            Kind("search", AccountNeed.None, new SettingDeclaration("terms", "Words", Required: true)) with { Suggest = brand => new Dictionary<string, string> { ["terms"] = brand.Watch[0] } },
        ]);

        Assert.Equal([("search", true), ("by-hand", false), ("free", false), ("paid", false)], suggested.Select(source => (source.Kind, source.Ready)));
        Assert.Equal("acme-air-search", suggested[0].Name);
        Assert.Equal("acme air", suggested[0].Settings["terms"]);
        Assert.Empty(suggested[1].Settings);
    }

    [Fact]
    public void A_source_that_must_still_be_told_something_is_not_chosen()
    {
        var needed = Kind("server", AccountNeed.None, new SettingDeclaration("server", "Server", Required: true)) with { Suggest = _ => new Dictionary<string, string>() };
        var assumed = Kind("assumed", AccountNeed.None, new SettingDeclaration("server", "Server", Required: true) { Default = "https://example.com" }) with { Suggest = needed.Suggest };

        Assert.Equal([("assumed", true), ("server", false)], SuggestedSources.For(Acme, [needed, assumed]).Select(source => (source.Kind, source.Ready)));
    }
}
