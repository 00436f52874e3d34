using Listening.Calendars;
using Listening.Cases;
using Listening.Web.Streaming;

namespace Listening.Web.Cases;

/// <summary>Puts the work on cases into a server.</summary>
internal static class CaseRegistration
{
    /// <summary>Needs <c>AddCore</c> and <c>AddDesk</c>.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services, CurrentTargets targets, IConfiguration configuration) => services
        .AddSingleton(new CaseRules { Targets = targets })
        .AddSingleton(CustomerRecord.Read(configuration))
        .AddSingleton<CaseDelivery>()
        .AddSingleton<CaseDetails>()
        .AddSingleton<CaseFileReading>()
        .AddSingleton<CaseDoing>()
        .AddSingleton<CasePresence>()
        .AddSingleton<CaseUndos>()
        .AddSingleton<CaseFeed>()
        .AddHostedService<CaseFeedService>()
        .AddSingleton<CaseDeliveryService>()
        .AddHostedService(provider => provider.GetRequiredService<CaseDeliveryService>());
}
