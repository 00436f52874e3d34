using Listening.Access;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Listening.Web.Alerts;

/// <summary>Hands mail to the mail server of the settings (SMTP).</summary>
public sealed class MailSender(MailSettings settings, IConfiguration configuration, ISecretReader secrets)
{
    private const int Limit = 30_000;

    /// <summary>Whom it is from.</summary>
    public MailboxAddress From => settings.From;

    /// <summary>Returns when the server has taken it. Throws <see cref="MailUnsentException"/> when it has not, or nobody knows.</summary>
    public async Task SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = Limit };
        var begun = false;
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.Plain ? SecureSocketOptions.None : settings.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, cancellationToken);
            if (settings.User.Length > 0)
                await client.AuthenticateAsync(settings.User, await AlertSettings.SecretAsync(configuration, "Mail:Password", secrets, cancellationToken), cancellationToken);
            begun = true;
            await client.SendAsync(mail, cancellationToken);
        }
        catch (Exception failure) when (IsOfTheServer(failure))
        {
            // A command that was refused is an answer; a connection that ended is none.
            throw new MailUnsentException($"the mail server {settings.Host} did not take it ({Reason(failure)})", begun && failure is not CommandException, failure);
        }

        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception over) when (IsOfTheServer(over) || over is OperationCanceledException)
        {
            // The mail is taken: how the conversation ends changes nothing.
        }
    }

    private static bool IsOfTheServer(Exception failure) => failure is IOException or System.Net.Sockets.SocketException or ServiceNotConnectedException or CommandException
        or ProtocolException or MailKit.Security.AuthenticationException or SslHandshakeException or TimeoutException;

    private static string Reason(Exception failure) => failure is SmtpCommandException refused ? $"{(int)refused.StatusCode}" : failure.GetType().Name;
}
