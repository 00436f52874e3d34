using Listening.Reporting;

namespace Listening.Web.Reporting;

/// <summary>A report as a viewer gets it.</summary>
/// <param name="Report">The report; its own instant says as of when it is.</param>
/// <param name="Age">How long ago it was begun.</param>
public sealed record ShownReport(EngagementReport Report, TimeSpan Age);
