namespace Listening.Access;

/// <summary>A secret is kept that the key ring at hand does not open.</summary>
public sealed class SecretUnreadableException(string name, Exception? cause) : Exception(
    $"The secret '{name}' cannot be read: it was protected with another key ring. Give back the key ring (Secrets:KeyFile, or the directory 'keys' of the data directory), "
    + $"or give the secret anew: listening secret set {name}", cause);
