using Listening.Models.Evaluating;
using Listening.Models.Learning;

namespace Listening.Models;

/// <summary>How many labels a new taxonomy needs.</summary>
public static class LearningCurve
{
    /// <summary>
    /// Learns from samples of each size, drawn by the options' seed and the numbers after it, and holds each model against <paramref name="asked"/>. A size
    /// that is larger than what there is to learn from is left out.
    /// </summary>
    public static IReadOnlyList<CurvePoint> Measure(
        FeaturizerFile features, IReadOnlyList<Example> learned, IReadOnlyList<Example> asked, IEnumerable<int> sizes, int draws, TrainingOptions options, CancellationToken cancellationToken)
    {
        var labels = learned.Concat(asked).Select(example => example.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. sizes.Where(size => size <= learned.Count).Select(size =>
        {
            var scores = Enumerable.Range(options.Seed, draws).Select(seed =>
            {
                var sample = learned.ToArray();
                new Random(seed).Shuffle(sample);
                var model = new ModelEstimator(features.Featurizer, features.Version, options with { Seed = seed, Folds = 0 })
                    .Fit("curve", "own", labels, [new LabelledSet("sample", sample[..size])], cancellationToken);
                return ModelEvaluation.Evaluate(features.Featurizer, model, asked).MacroF1!.Value;
            }).ToList();
            return new CurvePoint(size, draws, asked.Count, scores.Average(), scores.Min(), scores.Max());
        })];
    }
}
