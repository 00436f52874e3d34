using System.ComponentModel;
using Listening.Measuring;
using Listening.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Measuring;

/// <summary>The query string of a metric, as <c>api.md</c> names it; becomes one <see cref="MetricQuestion"/>.</summary>
public sealed record MetricParameters
{
    /// <summary>Start of the period, inclusive, ISO 8601; default seven days before <see cref="To"/>.</summary>
    [FromQuery(Name = "from"), Description("Start of the period, inclusive, ISO 8601; default seven days before to.")]
    public string? From { get; init; }

    /// <summary>End of the period, exclusive, ISO 8601; default now.</summary>
    [FromQuery(Name = "to"), Description("End of the period, exclusive, ISO 8601; default now.")]
    public string? To { get; init; }

    /// <summary>Until when what happened counts; default now.</summary>
    [FromQuery(Name = "asOf"), Description("Until when what happened to the cohort counts; default now.")]
    public string? AsOf { get; init; }

    /// <summary>The h of <c>response_rate(h)</c>: seconds, or <c>15m</c>, <c>1h</c>, <c>3d</c>.</summary>
    [FromQuery(Name = "within"), Description("The h of response_rate(h): seconds, or 15m, 1h, 3d.")]
    public string? Within { get; init; }

    /// <summary>IANA time zone of the buckets; default the reporting zone.</summary>
    [FromQuery(Name = "tz"), Description("IANA time zone of the buckets; default the reporting zone.")]
    public string? Zone { get; init; }

    /// <summary><c>none</c>, <c>minute</c>, <c>hour</c>, <c>day</c>, <c>week</c> or <c>month</c>.</summary>
    [FromQuery(Name = "interval"), Description("none, minute, hour, day, week or month.")]
    public string? Interval { get; init; }

    /// <summary>A dimension of the metric.</summary>
    [FromQuery(Name = "by"), Description("A dimension of the metric.")]
    public string? By { get; init; }

    /// <summary>Only the rows of one value of the dimension.</summary>
    [FromQuery(Name = "group"), Description("Only the rows of one value of the dimension, as the series names it.")]
    public string? Group { get; init; }

    /// <summary>The search language.</summary>
    [FromQuery(Name = "filter"), Description("The search language.")]
    public string? Filter { get; init; }

    /// <summary>A brand's name.</summary>
    [FromQuery(Name = "brand"), Description("A brand's name; default all of the kind the metric speaks of.")]
    public string? Brand { get; init; }

    /// <summary><c>previous</c> or <c>none</c>.</summary>
    [FromQuery(Name = "compare"), Description("previous or none.")]
    public string? Compare { get; init; }

    /// <summary>The question. Throws <see cref="MetricQuestionException"/> naming the parameter that cannot be read.</summary>
    public MetricQuestion Ask(string metric, ReportingTime reporting, DateTimeOffset now, Sight sight)
    {
        ArgumentNullException.ThrowIfNull(reporting);
        var to = QuestionText.Instant("to", To) ?? now;
        var from = QuestionText.Instant("from", From) ?? to - TimeSpan.FromDays(7);
        if (from >= to)
            throw new MetricQuestionException("from", $"The period is empty: it starts at {from:u} and ends at {to:u}. Example: from=2026-01-05&to=2026-01-12");
        return new MetricQuestion
        {
            Metric = metric,
            From = from,
            To = to,
            AsOf = QuestionText.Instant("asOf", AsOf) ?? now,
            Within = QuestionText.Duration("within", Within),
            Zone = QuestionText.Zone(Zone, reporting.Zone),
            WeekStart = reporting.WeekStart,
            Interval = QuestionText.Interval(Interval),
            By = QuestionText.Blank(By),
            Group = QuestionText.Blank(Group),
            Filter = QuestionText.Blank(Filter),
            Brand = QuestionText.Blank(Brand),
            WithInternal = sight.Internal,
            ComparePrevious = QuestionText.ComparePrevious(Compare),
        };
    }
}
