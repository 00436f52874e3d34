using Listening.Alerts;
using Xunit;

namespace Listening.Tests.Alerts;

public sealed class AlertRulesTests
{
    [Theory]
    [InlineData("22:00", "07:00", "21:59", false)]
    [InlineData("22:00", "07:00", "22:00", true)]
    [InlineData("22:00", "07:00", "00:00", true)]
    [InlineData("22:00", "07:00", "06:59", true)]
    [InlineData("22:00", "07:00", "07:00", false)]
    [InlineData("12:00", "13:00", "12:30", true)]
    [InlineData("12:00", "13:00", "00:30", false)]
    [InlineData("00:00", "00:00", "00:00", false)]
    public void Quiet_hours_begin_with_their_first_minute_end_before_their_last_and_may_pass_midnight(string from, string to, string at, bool quiet) =>
        Assert.Equal(quiet, new AlertRules { QuietFrom = TimeOnly.Parse(from, null), QuietTo = TimeOnly.Parse(to, null) }.IsQuiet(TimeOnly.Parse(at, null)));
}
