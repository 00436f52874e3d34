namespace Listening.Access;

/// <summary>Hands a kept secret to what uses it: a source, the sign-in at another provider.</summary>
public interface ISecretReader
{
    /// <summary>The secret of this name; null when there is none. Throws <see cref="SecretUnreadableException"/>.</summary>
    Task<string?> ReadAsync(string name, CancellationToken cancellationToken);
}
