using Listening.Alerts;
using MimeKit;

namespace Listening.Web.Alerts;

/// <summary>Sends alerts by mail (SMTP). The message's id is its Message-ID, so who gets it twice is shown it once.</summary>
public sealed class MailChannel(MailSettings settings, AlertSettings alerts, MailSender sender) : IAlertChannel
{
    /// <inheritdoc/>
    public string Name => "mail";

    /// <inheritdoc/>
    public async Task SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var mail = Mail(message);
        try
        {
            await sender.SendAsync(mail, cancellationToken);
        }
        catch (MailUnsentException unsent)
        {
            throw new AlertUnsentException(unsent.Message, unsent);
        }
    }

    private MimeMessage Mail(AlertMessage message) => new(
        [sender.From], settings.To, message.Content.Subject(), new TextPart("plain") { Text = message.Content.Text(alerts.Root) })
    {
        MessageId = MailId.Of(message.Id),
        Date = message.At,
    };
}
