using Listening.Reporting;
using Listening.Web.Sourcing;

namespace Listening.Web.Reporting;

/// <summary>Puts the report into a server.</summary>
public static class ReportRegistration
{
    /// <summary>Adds <see cref="IReportWriter"/>, <see cref="ReportReadings"/> with what keeps them ready, and what records first weeks.</summary>
    public static IServiceCollection AddReport(this IServiceCollection services) => services.AddSingleton<ReportReadings>().AddSingleton<WantedReports>().AddHostedService<ReportKeeping>().AddSingleton<IFreezingRound, FreezingRound>().AddSingleton<IReportWriter>(provider =>
        ActivatorUtilities.CreateInstance<ReportWriter>(provider, (Func<CancellationToken, Task<IReadOnlyList<SourceView>>>)provider.GetRequiredService<SourceDesk>().ListAsync));
}
