namespace Listening.Reporting;

/// <summary>A period and until when what happened to it counts.</summary>
/// <param name="From">Start, inclusive.</param>
/// <param name="To">End, exclusive.</param>
/// <param name="AsOf">Until when what happened counts: as long after the end as in the period it is compared with.</param>
public sealed record ReportPeriod(DateTimeOffset From, DateTimeOffset To, DateTimeOffset AsOf);
