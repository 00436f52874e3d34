using Listening.Desk;
using Listening.Web;
using Listening.Web.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Listening.Tests.Secrets;

/// <summary>What one process has of secrets: its own data directory, its own ring in memory, a relational store that it may share.</summary>
internal sealed class SecretProcess : IDisposable
{
    private readonly ServiceProvider services;

    private SecretProcess(ServiceProvider services) => this.services = services;

    public SecretKeeper Secrets => services.GetRequiredService<SecretKeeper>();

    public static async Task<SecretProcess> StartAsync(DeskStore desk, DataDirectory data, string? keyFile)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Secrets:KeyFile", keyFile)]).Build();
        var ring = await KeyRing.OpenAsync(settings, data, desk, TestContext.Current.CancellationToken);
        // The test closes the store: an instance that is handed in is not the container's.
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(desk).AddSecrets(ring);
        return new(services.BuildServiceProvider());
    }

    public void Dispose() => services.Dispose();
}
