using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Models;

/// <summary>A folder of models: <c>features.bin</c>, and <c>TASK/model.bin</c> for every task.</summary>
public static class ModelFiles
{
    /// <summary>Reads the featurizer of a folder.</summary>
    public static async Task<FeaturizerFile> FeaturizerAsync(string folder, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(FeaturesPath(folder), cancellationToken);
        return new FeaturizerFile(FeaturizerArtefact.Read(bytes), ArtefactFile.VersionOf(bytes));
    }

    /// <summary>Writes the featurizer of a folder.</summary>
    public static Task WriteAsync(string folder, Featurizer featurizer, FeaturizerHead head, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        return File.WriteAllBytesAsync(FeaturesPath(folder), FeaturizerArtefact.Write(featurizer, head), cancellationToken);
    }

    /// <summary>Writes the model of a task.</summary>
    public static Task WriteAsync(string folder, LinearModel model, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, model.Head.Task));
        return File.WriteAllBytesAsync(ModelPath(folder, model.Head.Task), ModelArtefact.Write(model), cancellationToken);
    }

    /// <summary>Reads the model of a task; throws <see cref="ArtefactException"/> when it was learned with another featurizer.</summary>
    public static async Task<ModelFile> ModelAsync(string folder, string task, string featurizerVersion, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(ModelPath(folder, task), cancellationToken);
        var model = ModelArtefact.Read(bytes);
        return model.Head.Featurizer == featurizerVersion ? new ModelFile(model, $"{model.Head.Task}-{ArtefactFile.VersionOf(bytes)}")
            : throw new ArtefactException($"The model of {task} was learned with featurizer {model.Head.Featurizer}, but {featurizerVersion} is here: train it again.");
    }

    /// <summary>Reads every model of a folder that reads texts with its featurizer, in the order of their tasks.</summary>
    public static async Task<IReadOnlyList<ModelFile>> ModelsAsync(string folder, CancellationToken cancellationToken)
    {
        var (version, models) = ((await FeaturizerAsync(folder, cancellationToken)).Version, new List<ModelFile>());
        foreach (var path in Directory.EnumerateDirectories(folder).Select(own => Path.Combine(own, "model.bin")).Where(File.Exists).Order(StringComparer.Ordinal))
            models.Add(await ModelAsync(folder, Path.GetFileName(Path.GetDirectoryName(path)!), version, cancellationToken));
        return models;
    }

    /// <summary>Path of the model of a task.</summary>
    public static string ModelPath(string folder, string task) => Path.Combine(folder, task, "model.bin");

    private static string FeaturesPath(string folder) => Path.Combine(folder, "features.bin");
}
