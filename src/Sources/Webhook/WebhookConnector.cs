using Listening.Collecting.Pulling;

namespace Listening.Sources.Webhook;

/// <summary>Posts that a program of the company's own sends, each request signed. Nothing is pulled.</summary>
public sealed class WebhookConnector : IConnector
{
    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "webhook",
        Title = "Signed webhook",
        Summary = "Posts in the wire form, one a line or as an array, that a program of yours sends to /hooks/ and this source's name. It sees what it is sent, and nothing else.",
        Account = AccountNeed.None,
        Sight = new(Replies: true, Edits: true, Deletions: true, Reach: true),
        Settings =
        [
            new("secret", "Secret", SettingKind.Secret, Required: true)
            {
                Hint = "Send X-Listening-Timestamp (seconds since 1970) and X-Listening-Signature: v1=HEX, the HMAC-SHA256 of v1:TIMESTAMP:BODY. At least 16 characters.",
            },
        ],
        Every = TimeSpan.FromDays(1),
        Shortest = TimeSpan.FromHours(1),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var secret = settings.Text("secret");
        return secret.Length >= 16 ? new WebhookReader(settings.Name, secret) : throw new SourceSettingsException("secret", "must have at least 16 characters");
    }
}
