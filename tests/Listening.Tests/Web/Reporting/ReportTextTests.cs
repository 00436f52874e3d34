using Listening.Reporting;
using Xunit;

namespace Listening.Tests.Web.Reporting;

public sealed class ReportTextTests
{
    [Theory]
    // As dashboards/shared/format.test.mjs has them: one length of time reads alike on the screen, in a sentence and in a mail.
    [InlineData(0, "0 s")]
    [InlineData(0.85, "850 ms")]
    [InlineData(7.25, "7.3 s")]
    [InlineData(45, "45 s")]
    [InlineData(59.6, "1 min")]
    [InlineData(90, "1 min 30 s")]
    [InlineData(299.6, "5 min")]
    [InlineData(1860, "31 min")]
    [InlineData(3599, "1 h")]
    [InlineData(3900, "1 h 05 min")]
    [InlineData(7500, "2 h 05 min")]
    [InlineData(86_399, "1 d")]
    [InlineData(273_600, "3 d 4 h")]
    [InlineData(-1680, "−28 min")]
    public void A_length_of_time_is_told_in_its_two_largest_units(double seconds, string words) => Assert.Equal(words, ReportText.Duration(seconds));

    [Fact]
    public void None_of_some_is_a_finding_and_none_of_none_is_no_data()
    {
        Assert.Equal("3 of 412", ReportText.Of(new("race_competitor_first", "", "count", 3, 3) { Of = 412 }));
        Assert.Equal("0 of 412", ReportText.Of(new("race_competitor_first", "", "count", null, 0) { Of = 412 }));
        Assert.Equal("no data", ReportText.Of(new("race_competitor_first", "", "count", null, 0) { Of = 0 }));
        Assert.Equal("> 2 h", ReportText.Of(new("frt", "", "seconds", null, 9) { GreaterThan = 7200 }));
        Assert.Equal(["+12", "−1,200", "0", "no data"], new double?[] { 12, -1200, 0, null }.Select(change => ReportText.Of(change, "change")));
        Assert.Equal("87.4 %", ReportText.Of(new("response_rate", "", "share", 0.874, 412)));
    }

    [Fact]
    public void No_cell_of_the_file_begins_like_a_formula()
    {
        var report = new EngagementReport
        {
            Brand = "=cmd|'/c calc'!A1", From = default, To = default, Comparison = ReportComparison.None, Zone = "UTC", AsOf = default, Sentences = [], Cards = [],
            Freshness = new() { DataTo = null, Healthy = 0, Sources = 0, Classified = null, Posts = 0 },
            Sections = [new("topics", "Topics", [new("Topic", "text"), new("Change", "count")], [new([new("@SUM(A1)"), new(null, -3)], null), new([new("two\nlines, \"quoted\""), new()], null)])],
        };

        var lines = ReportCsv.Of(report).Split("\r\n");

        Assert.StartsWith("report,'=cmd|'/c calc'!A1,", lines[0], StringComparison.Ordinal);
        Assert.Contains("'@SUM(A1),-3", lines);
        Assert.Contains("\"two\nlines, \"\"quoted\"\"\",", lines);
    }
}
