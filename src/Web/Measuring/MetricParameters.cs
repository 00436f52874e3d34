using System.ComponentModel;
using System.Globalization;
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
    public MetricQuestion Ask(string metric, Reporting reporting, DateTimeOffset now, Sight sight)
    {
        var to = Instant("to", To) ?? now;
        var from = Instant("from", From) ?? to - TimeSpan.FromDays(7);
        if (from >= to) throw new MetricQuestionException("from", $"The period is empty: it starts at {from:O} and ends at {to:O}. Example: from=2026-01-05&to=2026-01-12");
        return new MetricQuestion
        {
            Metric = metric,
            From = from,
            To = to,
            AsOf = Instant("asOf", AsOf) ?? now,
            Within = Duration("within", Within),
            Zone = Zone is null ? reporting.Zone : Reporting.FindZone(Zone) ?? throw new MetricQuestionException("tz", $"'{Zone}' is no time zone this machine knows. Example: tz=Europe/Berlin"),
            WeekStart = reporting.WeekStart,
            Interval = Choose("interval", Interval, Listening.Measuring.Interval.None),
            By = Blank(By),
            Filter = Blank(Filter),
            Brand = Blank(Brand),
            WithInternal = sight.Internal,
            ComparePrevious = Compare switch
            {
                null or "" or "none" => false,
                "previous" => true,
                _ => throw new MetricQuestionException("compare", $"'{Compare}' is no comparison. Example: compare=previous"),
            },
        };
    }

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static DateTimeOffset? Instant(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : throw new MetricQuestionException(name, $"'{value}' is no instant. Example: {name}=2026-01-05T09:00:00Z");
    }

    private static TimeSpan? Duration(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var unit = value[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        var digits = unit == 0 ? value : value[..^1];
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= 1e8
            ? TimeSpan.FromSeconds(number * Math.Max(unit, 1))
            : throw new MetricQuestionException(name, $"'{value}' is no duration. Example: {name}=1h");
    }

    private static T Choose<T>(string name, string? value, T otherwise) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(value)) return otherwise;
        return Enum.TryParse<T>(value, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) && !char.IsDigit(value[0])
            ? chosen
            : throw new MetricQuestionException(name, $"'{value}' is not one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
    }
}
