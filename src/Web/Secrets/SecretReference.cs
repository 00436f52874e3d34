using Listening.Access;
using Listening.Web.Hosting;

namespace Listening.Web.Secrets;

/// <summary>A setting that may refer to a kept secret: <c>secret:NAME</c>. Anything else is taken as it stands.</summary>
public static class SecretReference
{
    private const string Prefix = "secret:";

    /// <summary>Whether <paramref name="value"/> refers to a kept secret.</summary>
    public static bool Is(string? value) => value?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>What <paramref name="setting"/> stands for; null when it is not set. Throws <see cref="SettingException"/> when there is no such secret, and <see cref="SecretUnreadableException"/>.</summary>
    public static async Task<string?> ResolveAsync(IConfiguration configuration, string setting, ISecretReader secrets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(secrets);
        if (configuration[setting] is not { Length: > 0 } value) return null;
        if (!Is(value)) return value;
        var name = value[Prefix.Length..];
        return await secrets.ReadAsync(name, cancellationToken)
            ?? throw new SettingException(setting, $"there is no secret '{name}'. Give it: listening secret set {name}");
    }
}
