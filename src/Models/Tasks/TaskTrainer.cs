using Listening.Models.Data;
using Listening.Models.Evaluating;
using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Models.Tasks;

/// <summary>Trains and evaluates the tasks of the house on a folder of data sets.</summary>
public sealed class TaskTrainer(DataFolder data, Profile profile)
{
    /// <summary>The sources of a task that the profile allows.</summary>
    public IEnumerable<DataSource> Allowed(TaskRecipe recipe) => recipe.Sources.Where(source => profile == Profile.Research ? !source.StandsIn : source.MayShip);

    /// <summary>Every text that any task learns from, once, in a fixed order.</summary>
    public IReadOnlyList<string> Texts() =>
        [.. TaskRecipes.All.SelectMany(Allowed).SelectMany(data.Read).Select(example => example.Text).Distinct()];

    /// <summary>Learns a task.</summary>
    public LinearModel Fit(TaskRecipe recipe, Featurizer featurizer, string featurizerVersion, CancellationToken cancellationToken)
    {
        var sets = Allowed(recipe).Select(source => new LabelledSet(ModelCard.NameOf(source), data.Read(source), source.Weight)).ToList();
        return new ModelEstimator(featurizer, featurizerVersion, recipe.Options).Fit(recipe.Name, profile.ToString().ToLowerInvariant(), recipe.Labels, sets, cancellationToken);
    }

    /// <summary>Holds a model against every test of its task.</summary>
    public IReadOnlyDictionary<string, Evaluation> Evaluate(TaskRecipe recipe, Featurizer featurizer, LinearModel model) =>
        recipe.Tests.Select(test => (Test: test, Examples: data.Read(test))).Where(pair => pair.Examples.Count > 0).ToDictionary(
            pair => pair.Test.Name ?? $"{pair.Test.Set}/{pair.Test.File}{(pair.Test.Part == Part.KeptApart ? " kept apart" : "")}",
            pair => ModelEvaluation.Evaluate(featurizer, model, pair.Examples));
}
