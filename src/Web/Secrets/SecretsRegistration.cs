using Listening.Access;
using Listening.Desk.Secrets;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Listening.Web.Secrets;

/// <summary>Puts Data Protection over our key ring, and what it protects, into a program.</summary>
public static class SecretsRegistration
{
    /// <summary>Everything over <paramref name="ring"/>; see <see cref="KeyRing.OpenAsync"/>. Needs <c>AddDesk</c>.</summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services, IXmlRepository ring)
    {
        // One name for all processes of one Listening, wherever each is installed.
        services.AddDataProtection(options => options.ApplicationDiscriminator = "listening");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = ring));
        // It warns of keys that no encryptor of its own wraps: ours are closed by the file's mode, or wrapped by the repository.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.TryAddSingleton<ProtectedSecrets>();
        services.AddSingleton<SecretKeeper>();
        services.AddSingleton<ISecretKeeper>(provider => provider.GetRequiredService<SecretKeeper>());
        services.AddSingleton<ISecretReader>(provider => provider.GetRequiredService<SecretKeeper>());
        return services;
    }
}
