using Listening.Reporting;

namespace Listening.Web.Mailing;

/// <summary>A report to be kept as it is now, to be shared.</summary>
/// <param name="From">Start of the period, inclusive.</param>
/// <param name="To">End, exclusive.</param>
/// <param name="Brand">Our brand; left out for all of ours.</param>
/// <param name="Comparison">What the period is held against.</param>
/// <param name="Filter">The search language; left out for everything.</param>
public sealed record KeepReportRequest(DateTimeOffset From, DateTimeOffset To, string? Brand = null, ReportComparison Comparison = ReportComparison.Previous, string? Filter = null);
