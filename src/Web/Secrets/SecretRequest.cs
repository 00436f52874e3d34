namespace Listening.Web.Secrets;

/// <summary>What <c>PUT /api/v1/admin/secrets/{name}</c> takes.</summary>
/// <param name="Value">The secret; up to 64 KiB.</param>
public sealed record SecretRequest(string Value)
{
    /// <summary>Without the secret, so that no log line can carry it.</summary>
    public override string ToString() => nameof(SecretRequest);
}
