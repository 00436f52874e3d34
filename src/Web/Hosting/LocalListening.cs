using Listening.Store;
using Listening.Store.Projecting;
using Listening.Storing;
using Listening.Web.Commands.Importing;
using Listening.Web.Logging;

namespace Listening.Web.Hosting;

/// <summary>The house without a server: what a command opens when no server runs on the data directory.</summary>
public sealed class LocalListening : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private LocalListening(ServiceProvider services) => this.services = services;

    /// <summary>What derives the facts.</summary>
    public FactProjector Projector => services.GetRequiredService<FactProjector>();

    /// <summary>What keeps reading quick.</summary>
    public IStoreOptimizer Optimizer => services.GetRequiredService<IStoreOptimizer>();

    /// <summary>Opens the store of <paramref name="data"/>; facts of another registry are derived again first.</summary>
    public static async Task<LocalListening> OpenAsync(DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddListening(data).Build();
        var brands = BrandSettings.Read(configuration);
        var options = StoreSettings.Read(configuration, data);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddListening(configuration).AddFilter(level => level >= LogLevel.Warning))
            .AddSingleton(time)
            .AddCore(await StoreRoom.OpenAsync(options, time, cancellationToken), brands, new DiskSpace(data.Path, StoreSettings.MinimumFree(configuration)))
            .BuildServiceProvider();
        var local = new LocalListening(services);
        await local.Projector.RebuildWhenNeededAsync(cancellationToken);
        return local;
    }

    /// <summary>Opens the store for an import.</summary>
    public static async Task<IImportTarget> OpenForImportAsync(DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        var local = await OpenAsync(data, time, cancellationToken);
        return new LocalTarget(local.services.GetRequiredService<CollectingPipeline>(), time, local);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
