using Listening.Collecting.Pulling;
using Listening.Web.Hosting;
using Xunit;

namespace Listening.Tests.Web;

public sealed class LearningViewTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);

    private static ConfiguredSource Added(DateTimeOffset at) => new(Guid.NewGuid(), "talk", "feed") { Every = TimeSpan.FromMinutes(5), Added = at };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(23.9, 1)]
    [InlineData(24, 2)]
    [InlineData(27 * 24, 28)]
    [InlineData(-1, 1)]
    public void Each_day_since_the_first_source_counts(double hours, int day) =>
        Assert.Equal(new LearningView(day, 28), LearningView.At(Start.AddHours(hours), [Added(Start), Added(Start.AddDays(1))]));

    [Fact]
    public void After_four_weeks_it_is_learnt() => Assert.Null(LearningView.At(Start.AddDays(28), [Added(Start)]));

    [Fact]
    public void Without_a_source_nothing_is_learnt() => Assert.Null(LearningView.At(Start, []));
}
