using Listening.Reporting.Sending;

namespace Listening.Web.Mailing;

/// <summary>Puts scheduled and shared reports into a server.</summary>
internal static class ReportsRegistration
{
    /// <summary>Needs what writes reports, the relational store, alerts' mail and the secrets in the container.</summary>
    public static IServiceCollection AddReportMail(this IServiceCollection services, ReportSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<ReportPrinter>()
        .AddSingleton<ReportPost>()
        .AddSingleton<SharedReportPage>()
        .AddSingleton<SourcesRead>()
        .AddSingleton<ReportRound>()
        .AddSingleton<IReportRound>(provider => provider.GetRequiredService<ReportRound>());
}
