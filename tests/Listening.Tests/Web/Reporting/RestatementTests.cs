using Listening.Reporting;
using Xunit;

namespace Listening.Tests.Web.Reporting;

public sealed class RestatementTests
{
    private static readonly DateTimeOffset From = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_reported_stands_beside_what_is_known_now_with_what_changed_since()
    {
        var sent = Report(1860, 412) with { Models = new Dictionary<string, string> { ["sentiment"] = "7", ["intent"] = "3" }, Registry = 4, Definitions = [new("frt", "Median first answer", "Old.", "")] };
        var now = Report(2640, 624) with { Models = new Dictionary<string, string> { ["sentiment"] = "8", ["intent"] = "3" }, Registry = 5, Definitions = [new("frt", "Median first answer", "New.", "")] };

        var restated = Restatement.Of(new(Guid.NewGuid(), From.AddDays(30), sent), now, 212);

        Assert.Equal(["212 late posts", "model sentiment 7 → 8", "brands, version 4 → 5", "definition of “Median first answer”"], restated.Changes);
        var figure = Assert.Single(restated.Figures);
        Assert.Equal(("first_answer", "31 min", "44 min"), (figure.Card, ReportText.Of(figure.Sent), ReportText.Of(figure.Now)));
    }

    [Fact]
    public void Where_nothing_changed_nothing_is_said()
    {
        var restated = Restatement.Of(new(Guid.NewGuid(), From.AddDays(30), Report(1860, 412)), Report(1860, 412), 0);

        Assert.Empty(restated.Changes);
        Assert.Empty(restated.Figures);
    }

    private static EngagementReport Report(double median, long n) => new()
    {
        Brand = "Acme", From = From, To = From.AddDays(28), Comparison = ReportComparison.None, Zone = "UTC", AsOf = From.AddDays(29), Sentences = [],
        Freshness = new() { DataTo = From.AddDays(28), Healthy = 1, Sources = 1, Classified = 1, Posts = n },
        Cards = [new() { Id = "first_answer", Title = "First answer", Definition = "", Figure = new("frt", "Median first answer", "seconds", median, n) }],
    };
}
