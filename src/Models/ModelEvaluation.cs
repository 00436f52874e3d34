using Listening.Models.Evaluating;
using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Models;

/// <summary>Evaluates a quantised model, as it will be used, on labelled texts.</summary>
public static class ModelEvaluation
{
    /// <summary>The evaluation on examples that have one label.</summary>
    public static Evaluation Evaluate(Featurizer featurizer, LinearModel model, IEnumerable<Example> examples)
    {
        var (set, reader) = (new ModelSet(featurizer, [model]), new FeatureReader(featurizer));
        var labels = model.Head.Labels.ToList();
        var probabilities = new float[set.Size];
        var answers = examples.Select(example =>
        {
            var truth = labels.IndexOf(example.Label);
            if (truth < 0) throw new FormatException($"'{example.Label}' is none of the labels {string.Join(", ", labels)}.");
            reader.Read(example.Text);
            set.Transform(reader, probabilities);
            return new Answer(truth, probabilities[..labels.Count]);
        }).ToList();
        return Evaluator.Evaluate(labels, answers, model.Head.LeastConfidence);
    }
}
