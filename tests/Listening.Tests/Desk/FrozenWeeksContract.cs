using Listening.Desk.Reporting;
using Listening.Reporting;
using Listening.Tests.Reporting;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>The first four weeks of brands, whatever the database.</summary>
public abstract class FrozenWeeksContract(TestDesk desk) : IAsyncLifetime
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => desk.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Those_of_a_brand_are_recorded_once_and_read_as_they_were_and_those_of_all_are_their_own()
    {
        var shelf = new FrozenWeeksShelf(desk.Store);
        var first = Weeks("Acme", "As it was.");
        Assert.Null(await shelf.FindAsync("Acme", Cancelled));
        Assert.Same(first, await shelf.KeepAsync(first, Cancelled));
        // Another process had the same thought.
        Assert.Equal("As it was.", (await new FrozenWeeksShelf(desk.Another()).KeepAsync(Weeks("Acme", "As it is."), Cancelled)).Report.Sentences[0].Text);
        Assert.Null(await shelf.FindAsync(null, Cancelled));
        await shelf.KeepAsync(Weeks(null, "Of all."), Cancelled);

        var kept = (await shelf.FindAsync("Acme", Cancelled))!;
        Assert.Equal(("Acme", first.At, 5), (kept.Brand, kept.At, kept.Report.Models.Count + kept.Report.Registry + kept.Report.Definitions.Count));
        Assert.Equal(first.Report.Cards.Select(card => card.Figure), kept.Report.Cards.Select(card => card.Figure));
        Assert.Null((await shelf.FindAsync(null, Cancelled))!.Brand);
        Assert.Equal("Of all.", (await shelf.FindAsync(null, Cancelled))!.Report.Sentences[0].Text);
    }

    private FrozenWeeks Weeks(string? brand, string sentence)
    {
        var at = desk.Time.GetUtcNow();
        return new(brand, at, SomeReport.Of(new(brand, at.AddDays(-28), at, ReportComparison.None), sentence));
    }
}
