using System.Text.Json;
using Listening.Models;
using Listening.Models.Data;
using Listening.Models.Features;
using Listening.Models.Learning;
using Listening.Models.Tasks;

namespace Listening.Web.Commands.Learning;

/// <summary>Trains the tasks of the house on a folder of data sets into a folder of models.</summary>
internal sealed class HouseTraining(string folder, DataFolder data, Profile profile, TextWriter output, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly TaskTrainer trainer = new(data, profile);

    public async Task FitFeaturesAsync(string lexicons, string? afinn, string? vectors, CancellationToken cancellationToken)
    {
        var texts = trainer.Texts();
        var words = vectors is null ? WordVectors.Empty : WordVectorFile.Read(vectors, texts);
        var featurizer = new FeatureEstimator(LexiconFiles.Read(lexicons, afinn), words).Fit(texts);
        await ModelFiles.WriteAsync(folder, featurizer, new FeaturizerHead(profile.ToString().ToLowerInvariant(), texts.Count), cancellationToken);
        await output.WriteLineAsync($"features: fitted on {texts.Count} texts, {words.Words.Count} words have a vector");
    }

    public async Task FitAsync(TaskRecipe recipe, CancellationToken cancellationToken)
    {
        var features = await ModelFiles.FeaturizerAsync(folder, cancellationToken);
        var model = trainer.Fit(recipe, features.Featurizer, features.Version, cancellationToken);
        await ModelFiles.WriteAsync(folder, model, cancellationToken);
        await output.WriteLineAsync($"{recipe.Name}: {string.Join(", ", model.Head.Sets.Select(set => $"{set.Key} {set.Value}"))}; temperature {model.Head.Temperature:0.00}, {new FileInfo(ModelFiles.ModelPath(folder, recipe.Name)).Length / 1000} kB");
        var evaluations = trainer.Evaluate(recipe, features.Featurizer, model);
        foreach (var (name, evaluation) in evaluations) await EvaluationText.WriteAsync(output, name, evaluation);
        var version = ArtefactFile.VersionOf(await File.ReadAllBytesAsync(ModelFiles.ModelPath(folder, recipe.Name), cancellationToken));
        var card = ModelCard.Write(recipe, model, version, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), evaluations);
        await File.WriteAllTextAsync(Path.Combine(folder, recipe.Name, "card.md"), card, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, recipe.Name, "evaluation.json"), JsonSerializer.Serialize(evaluations, Json) + "\n", cancellationToken);
    }
}
