using System.Globalization;
using Listening.Web.Hosting;
using MimeKit;

namespace Listening.Web.Alerts;

/// <summary>Section <c>Alerts:Mail</c>: the mail server and who gets alerts.</summary>
/// <param name="Host">The server.</param>
/// <param name="Port">Its port.</param>
/// <param name="User">Who signs in there; empty for nobody.</param>
/// <param name="From">The sender.</param>
/// <param name="To">Who gets alerts; nobody where only reports are mailed, whose schedules have recipients of their own.</param>
/// <param name="Plain">Without encryption, for a server on the same machine.</param>
public sealed record MailSettings(string Host, int Port, string User, MailboxAddress From, IReadOnlyList<MailboxAddress> To, bool Plain)
{
    /// <summary>Reads it; null when no host is set. Throws <see cref="SettingException"/>.</summary>
    public static MailSettings? Read(IConfigurationSection alerts)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        var section = alerts.GetSection("Mail");
        if (section["Host"] is not { Length: > 0 } host) return null;
        if (!int.TryParse(section["Port"] ?? "587", NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65_535) throw new SettingException("Alerts:Mail:Port", $"'{section["Port"]}' is no port. Example: 587");
        var to = (section["To"] ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(host, port, section["User"] ?? "", Mailbox("From", section["From"] ?? $"listening@{host}"), [.. to.Select(one => Mailbox("To", one))], section["Plain"] == "true");
    }

    private static MailboxAddress Mailbox(string name, string text) =>
        MailboxAddress.TryParse(text, out var address) ? address : throw new SettingException($"Alerts:Mail:{name}", $"'{text}' is no mail address. Example: desk@example.com");
}
