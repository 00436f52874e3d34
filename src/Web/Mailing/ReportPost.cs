using System.Text.Json;
using Listening.Access;
using Listening.Reporting.Sending;
using Listening.Web.Alerts;
using Listening.Web.Secrets;
using Listening.Web.Security;

namespace Listening.Web.Mailing;

/// <summary>Hands reports to the mail server and the webhook.</summary>
public sealed class ReportPost(
    IServiceProvider services, ReportSettings settings, AlertSettings alerts, SignedHook hook, ReportPrinter printer, IConfiguration configuration, ISecretReader secrets, MailSender? mailer = null)
{
    /// <summary>Whether mail can be sent.</summary>
    public bool HasMail => mailer is not null;

    /// <summary>Whether there is a webhook.</summary>
    public bool HasWebhook => settings.Webhook is not null;

    // What links begin with, without a slash at its end.
    private string Root => alerts.Root.Length > 0 ? alerts.Root : ServerAddress.Of(services).AbsoluteUri.TrimEnd('/');

    /// <summary>A report made ready once for all who get it as mail.</summary>
    internal Task<ReportMail> PrepareAsync(StoredReport report, CancellationToken cancellationToken) => ReportMail.OfAsync(report, Root, printer, cancellationToken);

    /// <summary>Sends it to one address. Throws <see cref="MailUnsentException"/> when it was not taken.</summary>
    internal async Task MailAsync(ReportMail ready, ReportMessage message, CancellationToken cancellationToken)
    {
        using var mail = ready.To(message.To!, mailer!.From, message);
        await mailer.SendAsync(mail, cancellationToken);
    }

    /// <summary>Sends it to the webhook; null when that took it, else why not.</summary>
    internal async Task<string?> CallAsync(StoredReport report, ReportMessage message, CancellationToken cancellationToken)
    {
        var secret = await SecretReference.ResolveAsync(configuration, $"{ReportSettings.Section}:Webhook:Secret", secrets, cancellationToken) ?? "";
        var body = $$"""{"id":{{JsonSerializer.Serialize(report.Id)}},"madeAt":{{JsonSerializer.Serialize(report.MadeAt)}},"link":{{JsonSerializer.Serialize(Root + ReportMail.PathOf(report.Id))}},"report":{{ReportJson.Write(report.Content)}}}""";
        return (await hook.SendAsync(settings.Webhook!, secret, message.Id, body, cancellationToken))?.Reason;
    }
}
