using Listening.Models;
using Listening.Models.Data;
using Listening.Models.Learning;

namespace Listening.Web.Commands.Learning;

/// <summary>Learns a task from a person's own examples: four in five are learned from, the fifth says how well.</summary>
internal static class OwnTraining
{
    public static async Task<int> RunAsync(string folder, string task, IReadOnlyList<Example> examples, TrainingOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        var labels = examples.SelectMany(example => example.Label.Split('|')).Distinct().Order(StringComparer.Ordinal).ToList();
        if (labels.Count < 2) throw new InvalidDataException("At least two different labels are needed.");
        var features = await ModelFiles.FeaturizerAsync(folder, cancellationToken);
        var learned = examples.Where(example => !ExampleSplit.IsKeptApart(example.Text)).ToList();
        var apart = examples.Where(example => ExampleSplit.IsKeptApart(example.Text) && !example.Label.Contains('|', StringComparison.Ordinal)).ToList();
        var model = new ModelEstimator(features.Featurizer, features.Version, options).Fit(task, "own", labels, [new LabelledSet("own", learned)], cancellationToken);
        await ModelFiles.WriteAsync(folder, model, cancellationToken);
        await EvaluationText.WriteAsync(output, $"{task}: learned from {learned.Count}, held against {apart.Count} kept apart", ModelEvaluation.Evaluate(features.Featurizer, model, apart));
        return 0;
    }
}
