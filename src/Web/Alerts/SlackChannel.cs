using System.Text.Json;
using Listening.Access;
using Listening.Alerts;
using Listening.Sources.Http;

namespace Listening.Web.Alerts;

/// <summary>Sends alerts to a Slack channel by an incoming webhook, whose address is the secret (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).</summary>
public sealed class SlackChannel(AlertSettings settings, OutgoingHttp http, IConfiguration configuration, ISecretReader secrets) : IAlertChannel
{
    private const int Longest = 3_000;

    /// <inheritdoc/>
    public string Name => "slack";

    /// <inheritdoc/>
    public async Task SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var url = await AlertSettings.SecretAsync(configuration, "Slack:Url", secrets, cancellationToken);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) throw new AlertUnsentException("the setting Alerts:Slack:Url is no address");
        var text = $"*{Escaped(message.Content.Subject())}*\n{Escaped(message.Content.Text(settings.Root))}";
        if (text.Length > Longest) text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        var answer = await http.SendAsync(
            new OutgoingRequest(address) { Method = HttpMethod.Post, Body = (JsonSerializer.Serialize(new { text }), "application/json") }, cancellationToken);
        if (answer.Failure is { } failure) throw new AlertUnsentException(failure.Reason);
    }

    // What strangers wrote must not become a mention of everybody or a link.
    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
