using Listening.Access;
using Listening.Alerts;

namespace Listening.Web.Alerts;

/// <summary>Puts alerts into a server.</summary>
internal static class AlertRegistration
{
    /// <summary>Needs the relational store, the sources and the secrets in the container.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, AlertSettings settings)
    {
        services.AddSingleton(settings).AddSingleton<SignedHook>();
        if (settings.Mail is { } mail)
        {
            services.AddSingleton(provider => new MailSender(mail, provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<ISecretReader>()));
            // Without addresses the server is there for reports alone.
            if (mail.To.Count > 0) services.AddSingleton<IAlertChannel>(provider => new MailChannel(mail, settings, provider.GetRequiredService<MailSender>()));
        }

        if (settings.Webhook is not null) services.AddSingleton<IAlertChannel, WebhookChannel>();
        if (settings.Slack) services.AddSingleton<IAlertChannel, SlackChannel>();
        return services.AddSingleton<IAlertFinder, VolumeAlerts>().AddSingleton<IAlertFinder, SilenceAlerts>().AddHostedService<AlertService>();
    }
}
