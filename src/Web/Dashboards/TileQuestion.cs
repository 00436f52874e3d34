using Listening.Measuring;
using Listening.Measuring.Searching;
using Listening.Web.Measuring;

namespace Listening.Web.Dashboards;

/// <summary>One metric's question on a tile.</summary>
public static class TileQuestion
{
    /// <summary>The dashboard's question with what the tile says on top. Throws <see cref="MetricQuestionException"/>.</summary>
    public static MetricQuestion Of(MetricRequest request, MetricQuestion dashboard)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(dashboard);
        return dashboard with
        {
            Metric = request.Id,
            Within = QuestionText.Duration("within", request.Within),
            Interval = request.Interval switch
            {
                "fit" => Fitting(dashboard.To - dashboard.From),
                "coarse" => Coarse(dashboard.To - dashboard.From),
                _ => QuestionText.Interval(request.Interval),
            },
            By = request.By,
            Filter = Within(request.Filter, dashboard.Filter),
        };
    }

    /// <summary>The dashboard's question over a tile's own period, which ends with the dashboard's.</summary>
    public static MetricQuestion In(string? period, MetricQuestion dashboard)
    {
        ArgumentNullException.ThrowIfNull(dashboard);
        return QuestionText.Duration("period", period) is { } length ? dashboard with { From = dashboard.To - length } : dashboard;
    }

    // About 50 to 200 buckets: fewer hide the shape, more are noise.
    private static Interval Fitting(TimeSpan period) => period.TotalHours switch
    {
        <= 3 => Interval.Minute,
        <= 24 * 8 => Interval.Hour,
        <= 24 * 200 => Interval.Day,
        _ => Interval.Week,
    };

    // Medians need cases in every bucket.
    private static Interval Coarse(TimeSpan period) => period.TotalDays switch
    {
        <= 2 => Interval.Hour,
        <= 60 => Interval.Day,
        <= 731 => Interval.Week,
        _ => Interval.Month,
    };

    /// <summary>
    /// What somebody asks within a search of our own. Theirs is read by itself first: its faults have their own places, and a bracket that it never opened closes none of ours.
    /// Throws <see cref="MetricQuestionException"/>.
    /// </summary>
    public static string? Within(string? own, string? asked)
    {
        SearchQuery.ParseOptional(asked);
        return Both(own, asked);
    }

    /// <summary>Both searches joined by AND; the one there is where there is only one.</summary>
    public static string? Both(string? tile, string? dashboard) =>
        tile is null ? dashboard : dashboard is null ? tile : $"({tile}) AND ({dashboard})";
}
