using Listening.Models;
using Listening.Models.Features;
using Xunit;

namespace Listening.Tests.Models;

/// <summary>The models that the repository ships, opened once.</summary>
public sealed class ShippedModels : IAsyncLifetime
{
    public PostClassifier Classifier { get; private set; } = null!;

    /// <summary>What each task states: the least confidence of a label, and its label below that.</summary>
    public IReadOnlyDictionary<string, (float Least, string Unsure)> Stated { get; private set; } = null!;

    /// <summary>What texts are read with.</summary>
    public Featurizer Features { get; private set; } = null!;

    public static string Folder { get; } = Find();

    public async ValueTask InitializeAsync()
    {
        Classifier = await PostClassifier.OpenAsync(Folder, TimeProvider.System, CancellationToken.None);
        Stated = (await ModelFiles.ModelsAsync(Folder, CancellationToken.None)).ToDictionary(file => file.Model.Head.Task, file => (file.Model.Head.LeastConfidence, file.Model.Head.Unsure));
        Features = (await ModelFiles.FeaturizerAsync(Folder, CancellationToken.None)).Featurizer;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "models", "gold", "keys.tsv"))) return Path.Combine(folder.FullName, "models");
        throw new DirectoryNotFoundException("No folder above the tests has models/gold.");
    }
}
