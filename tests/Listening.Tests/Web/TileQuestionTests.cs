using Listening.Measuring;
using Listening.Web.Dashboards;
using Xunit;

namespace Listening.Tests.Web;

public sealed class TileQuestionTests
{
    [Theory]
    [InlineData("fit", 3, Interval.Minute)]
    [InlineData("fit", 4, Interval.Hour)]
    [InlineData("fit", 192, Interval.Hour)]
    [InlineData("fit", 193, Interval.Day)]
    [InlineData("fit", 4800, Interval.Day)]
    [InlineData("fit", 4801, Interval.Week)]
    [InlineData("coarse", 48, Interval.Hour)]
    [InlineData("coarse", 72, Interval.Day)]
    [InlineData("coarse", 1440, Interval.Day)]
    [InlineData("coarse", 1464, Interval.Week)]
    [InlineData("coarse", 17568, Interval.Month)]
    [InlineData("month", 3, Interval.Month)]
    public void The_cut_is_the_one_that_the_browser_expects(string asked, int hours, Interval expected)
    {
        var from = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
        var dashboard = new MetricQuestion { Metric = "", From = from, To = from.AddHours(hours), AsOf = from.AddHours(hours) };

        Assert.Equal(expected, TileQuestion.Of(new MetricRequest("frt", Interval: asked), dashboard).Interval);
    }

    [Theory]
    [InlineData("late", "(brand:acme) AND (late)")]
    [InlineData("a OR b", "(brand:acme) AND (a OR b)")]
    [InlineData(null, "brand:acme")]
    public void What_is_asked_stays_within_the_tiles_own_search(string? asked, string expected) => Assert.Equal(expected, TileQuestion.Within("brand:acme", asked));

    [Theory]
    [InlineData("late) OR (lang:en", 4)]
    [InlineData("late) -- (", 4)]
    [InlineData("author:", 0)]
    public void What_closes_a_bracket_that_it_never_opened_is_refused_where_it_does(string asked, int position) =>
        Assert.Equal(position, Assert.Throws<MetricQuestionException>(() => TileQuestion.Within("brand:acme", asked)).Position);
}
