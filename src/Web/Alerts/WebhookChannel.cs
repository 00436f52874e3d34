using Listening.Access;
using Listening.Alerts;

namespace Listening.Web.Alerts;

/// <summary>Sends alerts as JSON to an address, signed (<see cref="SignedHook"/>).</summary>
public sealed class WebhookChannel(AlertSettings settings, SignedHook hook, IConfiguration configuration, ISecretReader secrets) : IAlertChannel
{
    /// <inheritdoc/>
    public string Name => "webhook";

    /// <inheritdoc/>
    public async Task SendAsync(AlertMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var secret = await AlertSettings.SecretAsync(configuration, "Webhook:Secret", secrets, cancellationToken);
        if (await hook.SendAsync(settings.Webhook!, secret, message.Id, message.Content.ToJson(), cancellationToken) is { } failure) throw new AlertUnsentException(failure.Reason);
    }
}
