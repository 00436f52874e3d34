namespace Listening.Access;

/// <summary>A key just made: the only time its secret is known.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">The whole key, to be shown once.</param>
public sealed record NewApiKey(ApiKey Key, string Secret)
{
    /// <summary>Without the secret, so that no log line can carry it.</summary>
    public override string ToString() => $"{nameof(NewApiKey)} {Key.Id}";
}
