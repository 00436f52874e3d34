using Listening.Measuring;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Xunit;

namespace Listening.Tests.Web;

public sealed class QuestionTextTests
{
    private static readonly ReportingTime Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), DayOfWeek.Sunday);
    private static readonly DateTimeOffset Now = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("90", 90)]
    [InlineData("90s", 90)]
    [InlineData("15m", 900)]
    [InlineData("1.5h", 5400)]
    [InlineData("3d", 259_200)]
    public void A_duration_is_seconds_or_a_number_with_its_unit(string text, double seconds) =>
        Assert.Equal(seconds, QuestionText.Duration("within", text)!.Value.TotalSeconds);

    [Theory]
    [InlineData("within", "soon")]
    [InlineData("within", "-1h")]
    [InlineData("within", "0")]
    [InlineData("within", "9e99d")]
    public void What_is_no_duration_is_refused_with_an_example(string parameter, string text)
    {
        var refused = Assert.Throws<MetricQuestionException>(() => QuestionText.Duration(parameter, text));
        Assert.Equal(parameter, refused.Parameter);
        Assert.Contains("Example: within=1h", refused.Message);
    }

    [Fact]
    public void Without_a_period_the_last_seven_days_are_asked_in_the_reporting_zone()
    {
        var question = new MetricParameters().Ask("frt", Berlin, Now, new Sight(false));

        Assert.Equal((Now.AddDays(-7), Now, Now), (question.From, question.To, question.AsOf));
        Assert.Equal(("Europe/Berlin", DayOfWeek.Sunday, false), (question.Zone.Id, question.WeekStart, question.WithInternal));
    }

    [Fact]
    public void Instants_without_an_offset_are_UTC_and_with_one_are_turned_into_it()
    {
        var question = new MetricParameters { From = "2026-01-05", To = "2026-01-06T01:00:00+01:00" }.Ask("frt", Berlin, Now, new Sight(true));

        Assert.Equal(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), question.From);
        Assert.Equal(new DateTimeOffset(2026, 1, 6, 0, 0, 0, TimeSpan.Zero), question.To);
        Assert.True(question.WithInternal);
    }

    public static TheoryData<MetricParameters, string> Refused => new()
    {
        { new() { From = "yesterday" }, "from" },
        { new() { From = "2026-01-12", To = "2026-01-05" }, "from" },
        { new() { AsOf = "x" }, "asOf" },
        { new() { Zone = "Mars/Olympus" }, "tz" },
        { new() { Interval = "fortnight" }, "interval" },
        { new() { Compare = "twin" }, "compare" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_read_names_its_parameter(MetricParameters parameters, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<MetricQuestionException>(() => parameters.Ask("frt", Berlin, Now, new Sight(false))).Parameter);
}
