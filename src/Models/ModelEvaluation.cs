using System.Numerics.Tensors;
using Listening.Models.Evaluating;
using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Models;

/// <summary>Evaluates a quantised model, as it will be used, on labelled texts.</summary>
public static class ModelEvaluation
{
    /// <summary>
    /// The evaluation on examples. Where a set tells several labels together ("complaint" or any other), their probabilities are added up and they count as one.
    /// </summary>
    public static Evaluation Evaluate(Featurizer featurizer, LinearModel model, IReadOnlyList<Example> examples)
    {
        var (set, reader) = (new ModelSet(featurizer, [model]), new FeatureReader(featurizer));
        var groups = Groups(model.Head.Labels, examples);
        var probabilities = new float[set.Size];
        var answers = examples.Select(example =>
        {
            reader.Read(example.Text);
            set.Transform(reader, probabilities);
            return new Answer(groups.Names.IndexOf(example.Label), [.. groups.Members.Select(members => members.Sum(label => probabilities[label]))]);
        }).ToList();
        return Evaluator.Evaluate(groups.Names, answers, model.Head.LeastConfidence);
    }

    /// <summary>Sorts texts one after the other on this thread; answers how often each label was the likeliest.</summary>
    public static IReadOnlyDictionary<string, int> Sort(Featurizer featurizer, LinearModel model, IEnumerable<string> texts)
    {
        var (set, reader, counts) = (new ModelSet(featurizer, [model]), new FeatureReader(featurizer), new int[model.Labels]);
        var probabilities = new float[set.Size];
        foreach (var text in texts)
        {
            reader.Read(text);
            set.Transform(reader, probabilities);
            counts[TensorPrimitives.IndexOfMax<float>(probabilities.AsSpan(0, model.Labels))]++;
        }

        return model.Head.Labels.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static (List<string> Names, List<int[]> Members) Groups(IReadOnlyList<string> labels, IReadOnlyList<Example> examples)
    {
        var told = examples.Select(example => example.Label).Distinct().ToList();
        var names = told.Where(name => name.Contains('|', StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        names.InsertRange(0, labels.Except(names.SelectMany(name => name.Split('|'))));
        if (told.Except(names).FirstOrDefault() is { } wrong) throw new InvalidDataException($"'{wrong}' is none of {string.Join(", ", names)}.");
        return (names, [.. names.Select(name => name.Split('|').Select(label => labels.ToList().IndexOf(label)).ToArray())]);
    }
}
