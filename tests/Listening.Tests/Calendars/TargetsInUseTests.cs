using Listening.Calendars;
using Xunit;

namespace Listening.Tests.Calendars;

public sealed class TargetsInUseTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly WorkingCalendar Office = new() { Name = "office", TimeZone = "UTC", Hours = [new(DayOfWeek.Monday, "09:00", "13:00"), new(DayOfWeek.Tuesday, "09:00", "17:00")] };

    [Fact]
    public void Until_something_is_set_a_complaint_is_due_in_an_hour_and_a_question_in_four_by_default_and_no_working_time_is_known()
    {
        var unset = new TargetsInUse([], TimeSpan.FromHours(1));
        Assert.Equal((0, "default", Noon.AddHours(1)), Told(unset.Of(Noon, "x", "complaint", "")));
        Assert.Equal((0, "default", Noon.AddHours(4)), Told(unset.Of(Noon, "x", "question", "")));
        Assert.Equal((0, "default", Noon.AddHours(1)), Told(unset.Of(Noon, "x", "", "")));
        Assert.Null(unset.Of(Noon, "x", "", "").Measuring);
    }

    [Fact]
    public void The_first_target_that_fits_counts_in_its_calendar_and_the_version_in_force_then()
    {
        var content = new TargetsContent
        {
            Calendars = [Office],
            Targets =
            [
                new() { Name = "bags", Topic = "luggage", FirstAnswer = 600 },
                new() { Name = "forum", Source = "forum", Calendar = "office", FirstAnswer = 7200, NextAnswer = 60, Resolve = 4 * 3600 },
            ],
        };
        var used = new TargetsInUse([new(1, Noon, Noon.AddDays(-1), "ana", "", content), new(2, Noon, Noon.AddDays(1), "ana", "", TargetsContent.Empty)], TimeSpan.FromHours(1));
        Assert.Equal((1, "bags", Noon.AddMinutes(10)), Told(used.Of(Noon, "forum", "complaint", "luggage")));
        var forum = used.Of(Noon, "forum", "complaint", "");
        Assert.Equal((1, "forum", Noon.AddHours(22)), Told(forum));
        Assert.Equal((Noon.AddMinutes(1), Noon.AddDays(1)), (forum.NextDue(Noon), forum.ResolveDue(Noon)));
        Assert.Equal((1, "default", Noon.AddHours(1)), Told(used.Of(Noon, "x", "complaint", "")));
        Assert.Equal("office", used.Of(Noon, "x", "complaint", "").Calendar);
        Assert.Equal((0, "default", Noon.AddDays(-2).AddHours(1)), Told(used.Of(Noon.AddDays(-2), "forum", "complaint", ""), Noon.AddDays(-2)));
        Assert.Equal((2, "default", Noon.AddDays(1).AddHours(1)), Told(used.Of(Noon.AddDays(1), "forum", "complaint", ""), Noon.AddDays(1)));
    }

    [Fact]
    public void A_target_for_a_priority_fits_from_that_priority_on_and_nothing_whose_priority_nobody_knows()
    {
        var content = new TargetsContent { Targets = [new() { Name = "urgent", Priority = 70, FirstAnswer = 300 }, new() { Name = "all", FirstAnswer = 3600 }] };
        var used = new TargetsInUse([new(1, Noon, Noon, "ana", "", content)], TimeSpan.FromHours(1));
        Assert.True(used.AskPriority);
        Assert.Equal("urgent", used.Of(Noon, "x", "complaint", "", 70).Target.Name);
        Assert.Equal("all", used.Of(Noon, "x", "complaint", "", 69).Target.Name);
        Assert.Equal("all", used.Of(Noon, "x", "complaint", "").Target.Name);
        Assert.False(new TargetsInUse([new(1, Noon, Noon, "ana", "", TargetsContent.Empty)], TimeSpan.FromHours(1)).AskPriority);
        Assert.Equal(content.Targets[0], TargetsContent.Read(content.ToJson()).Targets[0]);
        Assert.Equal(["targets[0].priority"], TargetsCheck.Faults(content with { Targets = [content.Targets[0] with { Priority = 0 }] }).Select(fault => fault.Place));
    }

    [Fact]
    public void Only_a_version_that_reaches_back_asks_for_other_facts()
    {
        var first = new TargetsInUse([], TimeSpan.FromHours(1)).Fingerprint;
        Assert.Equal(first, new TargetsInUse([new(1, Noon, Noon, "ana", "", TargetsContent.Empty)], TimeSpan.FromHours(1)).Fingerprint);
        Assert.NotEqual(first, new TargetsInUse([new(1, Noon, Noon.AddDays(-1), "ana", "", TargetsContent.Empty)], TimeSpan.FromHours(1)).Fingerprint);
    }

    [Fact]
    public void What_cannot_be_set_is_told_with_its_place()
    {
        var content = new TargetsContent
        {
            Calendars = [Office with { TimeZone = "Mars/Base", Hours = [new(DayOfWeek.Monday, "09:00", "12:00"), new(DayOfWeek.Monday, "11:00", "25:00"), new(DayOfWeek.Monday, "11:00", "13:00")] }, Office],
            Targets = [new() { Name = "default", FirstAnswer = 0, Calendar = "shop", Intent = "anger" }],
        };
        Assert.Equal(
            [
                "calendars[0].timeZone", "calendars[0].hours[1].to", "calendars[0].hours[2].from", "calendars[1].name", "targets[0].name", "targets[0].intent",
                "targets[0].calendar", "targets[0].firstAnswer",
            ],
            TargetsCheck.Faults(content).Select(fault => fault.Place));
    }

    [Fact]
    public void What_is_kept_is_read_again()
    {
        var content = new TargetsContent { Calendars = [Office with { Holidays = [new(new(2026, 12, 25), "Christmas")] }], Targets = [new() { Name = "all", FirstAnswer = 60 }] };
        Assert.Equal(content.ToJson(), TargetsContent.Read(content.ToJson()).ToJson());
        Assert.Contains("\"day\":\"2026-12-25\"", content.ToJson(), StringComparison.Ordinal);
    }

    private static (int Version, string Target, DateTimeOffset? Due) Told(AnswerTerms terms, DateTimeOffset? at = null) => (terms.Version, terms.Target.Name, terms.FirstDue(at ?? Noon));
}
