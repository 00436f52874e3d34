using Listening.Brands;
using Xunit;

namespace Listening.Tests.Brands;

public sealed class RegistryCheckTests
{
    [Fact]
    public void Every_fault_is_told_with_its_place()
    {
        var content = new RegistryContent
        {
            TimeZone = "Mars/Olympus",
            WeekStart = (DayOfWeek)9,
            Brands =
            [
                new() { Name = "Delta", Handles = ["twitter:Delta", "Delta", "twitter:delta", "twitter:two words", "*:delta"], Watch = ["delta airlines", "delta AND"] },
                new() { Name = "", Handles = ["TWITTER:delta"], Exclude = ["\"open"] },
                new() { Name = "DELTA" },
            ],
        };

        Assert.Equal(
            [
                "brands/0/handles/1 'Delta' is not source:handle.",
                "brands/0/handles/2 twitter:delta stands here twice.",
                "brands/0/handles/3 'twitter:two words' is not source:handle.",
                "brands/0/watch/1 A word, a field or a bracket is missing here (at character 10). Example: late OR delayed @9",
                "brands/1/name A brand needs a name.",
                "brands/1/handles/0 TWITTER:delta is Delta's already.",
                "brands/1/exclude/0 A quotation mark is opened and never closed (at character 1). Example: \"still waiting\" @0",
                "brands/2/name Two brands have the name 'DELTA'.",
                "timeZone 'Mars/Olympus' is no time zone this machine knows.",
                "weekStart This is no day of the week.",
            ],
            RegistryCheck.Faults(content).Select(fault => $"{fault.Place} {fault.Reason}{(fault.Position is { } at ? $" @{at}" : "")}"));
    }

    [Fact]
    public void A_registry_survives_its_text_and_is_trimmed_into_one_form()
    {
        var content = new RegistryContent
        {
            TimeZone = " America/New_York ", WeekStart = DayOfWeek.Sunday,
            Brands = [new() { Name = " Delta ", Kind = BrandKind.Competitor, Handles = [" twitter : @Delta "], Watch = [" C++ "], Exclude = ["x"] }],
        }.Trimmed();

        Assert.Equal(
            """{"brands":[{"name":"Delta","kind":"competitor","handles":["twitter:Delta"],"watch":["C\u002B\u002B"],"exclude":["x"]}],"timeZone":"America/New_York","weekStart":"sunday"}""",
            content.ToJson());
        Assert.Equal(content.ToJson(), RegistryContent.Read(content.ToJson()).ToJson());
        Assert.Empty(RegistryCheck.Faults(content));
    }

    [Fact]
    public async Task A_newer_version_is_taken_and_told_and_an_older_one_is_not()
    {
        var current = new CurrentRegistry(RegistryInUse.Of(3, new() { Brands = [new() { Name = "Acme" }] }));
        var waiting = current.WaitAsync(current.Now, TestContext.Current.CancellationToken);

        current.Take(RegistryInUse.Of(2, new()));
        Assert.Equal(3, current.Now.Version);
        Assert.False(waiting.IsCompleted);

        current.Take(RegistryInUse.Of(4, new() { TimeZone = "Asia/Kathmandu" }));
        Assert.Equal("Asia/Kathmandu", (await waiting).Zone.Id);
        Assert.Equal(4, current.Now.Version);
    }
}
