using Listening.Brands;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Conversations;
using Xunit;

namespace Listening.Tests.Brands;

public sealed class BrandRegistryTests
{
    private static readonly Brand Acme = new()
    {
        Name = "Acme", Kind = BrandKind.Own, Handles = ["*:acme", "mastodon:acme_help"], Watch = ["acme", "wi-fi by acme", "デルタ", "ÖBB", "🍎"], Exclude = ["acme bakery"],
    };

    private static readonly Brand Bolt = new() { Name = "Bolt", Kind = BrandKind.Competitor, Handles = ["*:bolt"], Watch = ["bolt rail"], Exclude = ["usain"] };
    private static readonly BrandRegistry Registry = new([Acme, Bolt]);

    [Theory]
    [InlineData("mastodon", "acme", Party.Own, "Acme")]
    [InlineData("x", "ACME", Party.Own, "Acme")]
    [InlineData("mastodon", "Acme_Help", Party.Own, "Acme")]
    [InlineData("x", "acme_help", Party.Customer, null)]
    [InlineData("x", "bolt", Party.Competitor, "Bolt")]
    [InlineData("x", "acme2", Party.Customer, null)]
    public void An_account_is_a_brands_in_the_sources_its_handle_is_registered_for(string source, string handle, Party party, string? account)
    {
        var post = Some.Post(source: source, author: handle);

        Assert.Equal((party, account), (Registry.PartyOf(post), Registry.AccountOf(post)));
    }

    [Theory]
    [InlineData("acme@mastodon.example", Party.Own)]
    [InlineData("Acme@Mastodon.example", Party.Own)]
    [InlineData("acme@elsewhere.example", Party.Customer)]
    [InlineData("acme", Party.Customer)]
    [InlineData("help@acme.example", Party.Own)]
    [InlineData("bolt@anywhere.example", Party.Customer)]
    public void A_name_on_a_network_of_many_servers_is_a_brands_with_its_server_alone(string handle, Party party)
    {
        // Anybody may take a brand's name on the next server: "*:bolt" must not let them end our customers' waits.
        var registry = new BrandRegistry([Acme with { Handles = ["mastodon:acme@mastodon.example", "*:help@acme.example"] }, Bolt]);
        var post = Some.Post(source: "mastodon", author: handle);
        Assert.Equal(party, registry.PartyOf(post));
        Assert.Equal(party == Party.Own ? ["Acme"] : [], registry.Named(Some.Post(source: "mastodon", text: "Where is it?", mentions: handle)));
    }

    [Fact]
    public void Inside_everybody_is_an_employee_also_under_our_own_handle()
    {
        var post = Some.Post(author: "acme") with { Audience = Audience.Internal };

        Assert.Equal((Party.Employee, null), (Registry.PartyOf(post), Registry.AccountOf(post)));
    }

    [Fact]
    public void A_declared_bot_is_automated_and_the_account_stays_its_brands()
    {
        var post = Some.Post(author: "acme") with { Author = new("acme", "acme", Bot: true) };

        Assert.Equal((Party.Automated, "Acme"), (Registry.PartyOf(post), Registry.AccountOf(post)));
    }

    [Fact]
    public void A_brand_account_that_nobody_registered_is_another_brands() =>
        Assert.Equal(Party.OtherBrand, Registry.PartyOf(Some.Post() with { Author = new("shop", "shop", BrandAccount: true) }));

    [Theory]
    [InlineData("ACME lost my bag", "Acme")]
    [InlineData("My #Acme bag", "Acme")]
    [InlineData("acmeology is a word", "")]
    [InlineData("placme is a word", "")]
    [InlineData("acmé is another word", "")]
    [InlineData("acme\u0301 is that word, written in two characters", "")]
    [InlineData("The öbb is late", "Acme")]
    [InlineData("Bolt is a screw", "")]
    [InlineData("bolt -- RAIL is late", "Bolt")]
    [InlineData("boltrail is late", "")]
    [InlineData("デルタ航空は最悪", "Acme")]
    [InlineData("デルの航空", "")]
    [InlineData("my🍎broke", "Acme")]
    [InlineData("@bolt and acme: both late", "Acme,Bolt")]
    [InlineData("me@bolt.example", "")]
    [InlineData("", "")]
    public void A_post_names_a_brand_by_handle_or_by_a_watch_term_on_word_borders(string text, string brands) =>
        Assert.Equal(brands, string.Join(',', Registry.Named(Some.Post(text: text))));

    [Fact]
    public void What_the_source_lists_as_mentions_is_believed_and_its_text_is_read_only_where_it_lists_none()
    {
        Assert.Equal(["Acme"], Registry.Named(Some.Post(text: "@bolt", mentions: "Acme")));
        Assert.Equal(["Bolt"], Registry.Named(Some.Post(text: "@bolt")));
    }

    [Theory]
    [InlineData("Acme Bakery has bread", Relevance.Excluded)]
    [InlineData("Acme has no bakery", Relevance.AboutUs)]
    [InlineData("Acme bakery beside bolt rail", Relevance.AboutUs)]
    [InlineData("Acme, said Usain", Relevance.AboutUs)]
    [InlineData("Usain ran with bolt rail to the acme bakery", Relevance.Excluded)]
    [InlineData("usain", Relevance.AboutUs)]
    public void A_post_is_excluded_when_every_brand_it_names_rules_it_out(string text, Relevance relevance) =>
        Assert.Equal(relevance, Registry.RelevanceOf(Some.Post(text: text)));

    [Theory]
    [InlineData("Acme bakery beside bolt rail", "Bolt")]
    [InlineData("Acme bakery", "Acme")]
    [InlineData("acme beside bolt rail", "Acme,Bolt")]
    public void An_exclude_term_rules_out_its_own_brand_and_leaves_the_others_named(string text, string brands) =>
        Assert.Equal(brands, string.Join(',', Registry.Named(Some.Post(text: text))));

    [Fact]
    public void One_handle_of_two_brands_is_refused() => Assert.Equal(
        "The handle x:ACME is both One's and Two's. (Parameter 'brands')",
        Assert.Throws<ArgumentException>(() => new BrandRegistry([new() { Name = "One", Handles = ["x:acme"] }, new() { Name = "Two", Handles = ["x:ACME"] }])).Message);

    [Fact]
    public void The_fingerprint_is_the_same_for_the_same_brands_and_another_after_any_change()
    {
        Brand[] changed = [Acme with { Name = "Acme plc" }, Acme with { Kind = BrandKind.Competitor }, Acme with { Handles = [] }, Acme with { Watch = [] }, Acme with { Exclude = [] }];

        Assert.Equal(Registry.Fingerprint, new BrandRegistry([Acme with { }, Bolt]).Fingerprint);
        Assert.Equal(7, changed.Select(brand => new BrandRegistry([brand, Bolt])).Append(Registry).Append(new([Acme])).DistinctBy(registry => registry.Fingerprint).Count());
    }

    [Fact]
    public void Whose_a_brand_is_is_known_without_case_and_only_for_registered_ones()
    {
        Assert.Equal(BrandKind.Competitor, Registry.KindOf("bolt"));
        Assert.True(Registry.Has("acme"));
        Assert.False(Registry.Has("Crux"));
        Assert.Throws<KeyNotFoundException>(() => Registry.KindOf("Crux"));
    }
}
