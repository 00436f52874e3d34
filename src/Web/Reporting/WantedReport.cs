using Listening.Reporting;

namespace Listening.Web.Reporting;

/// <summary>A report that is kept ready.</summary>
/// <param name="Question">What somebody asked.</param>
/// <param name="Opened">When somebody opened it last.</param>
/// <param name="Took">How long it took to be made.</param>
public sealed record WantedReport(ReportQuestion Question, DateTimeOffset Opened, TimeSpan Took);
