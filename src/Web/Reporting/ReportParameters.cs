using System.ComponentModel;
using Listening.Collecting;
using Listening.Measuring;
using Listening.Reporting;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Reporting;

/// <summary>The query string of a report; becomes one <see cref="ReportQuestion"/>.</summary>
public sealed record ReportParameters
{
    /// <summary>A brand's name.</summary>
    [FromQuery(Name = "brand"), Description("One of our brands; default all of them.")]
    public string? Brand { get; init; }

    /// <summary>Start of the period, inclusive, ISO 8601.</summary>
    [FromQuery(Name = "from"), Description("Start of the period, inclusive, ISO 8601; default four weeks before to.")]
    public string? From { get; init; }

    /// <summary>End of the period, exclusive, ISO 8601.</summary>
    [FromQuery(Name = "to"), Description("End of the period, exclusive, ISO 8601; default now.")]
    public string? To { get; init; }

    /// <summary>Until when what happened counts.</summary>
    [FromQuery(Name = "asOf"), Description("Until when what happened counts; default now.")]
    public string? AsOf { get; init; }

    /// <summary><c>previous</c>, <c>baseline</c> or <c>none</c>.</summary>
    [FromQuery(Name = "compare"), Description("previous, baseline (the first four weeks) or none; default previous.")]
    public string? Compare { get; init; }

    /// <summary>The search language.</summary>
    [FromQuery(Name = "filter"), Description("The search language.")]
    public string? Filter { get; init; }

    /// <summary>The question. Throws <see cref="MetricQuestionException"/> naming the parameter that cannot be read.</summary>
    public ReportQuestion Ask(DateTimeOffset now, Sight sight)
    {
        var to = QuestionText.Instant("to", To) ?? now;
        var from = QuestionText.Instant("from", From) ?? to - TimeSpan.FromDays(28);
        if (from >= to) throw new MetricQuestionException("from", $"The period is empty: it starts at {from:u} and ends at {to:u}. Example: from=2026-01-05&to=2026-02-02");
        var comparison = Compare switch
        {
            null or "" or "previous" => ReportComparison.Previous,
            "baseline" => ReportComparison.Baseline,
            "none" => ReportComparison.None,
            _ => throw new MetricQuestionException("compare", $"'{PostFormatException.Shown(Compare)}' is no comparison. It is one of previous, baseline, none."),
        };
        return new(QuestionText.Blank(Brand), from, to, comparison) { AsOf = QuestionText.Instant("asOf", AsOf), Filter = QuestionText.Blank(Filter), WithInternal = sight.Internal };
    }
}
