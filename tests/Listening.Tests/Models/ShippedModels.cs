using Listening.Models;
using Xunit;

namespace Listening.Tests.Models;

/// <summary>The models that the repository ships, opened once.</summary>
public sealed class ShippedModels : IAsyncLifetime
{
    public PostClassifier Classifier { get; private set; } = null!;

    public static string Folder { get; } = Find();

    public async ValueTask InitializeAsync() => Classifier = await PostClassifier.OpenAsync(Folder, TimeProvider.System, CancellationToken.None);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "models", "features.bin"))) return Path.Combine(folder.FullName, "models");
        throw new DirectoryNotFoundException("No folder above the tests has models/features.bin.");
    }
}
