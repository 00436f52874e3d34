using Listening.Models.Features;

namespace Listening.Models.Learning;

/// <summary>Everything the trainer works on: rows, what each may be, how much it counts, which set it is of.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Targets">The labels.</param>
/// <param name="Kinds">Kind of target of each row.</param>
/// <param name="Weights">How much each row counts.</param>
/// <param name="Unbalanced">How much each row counts when labels count as often as they are.</param>
/// <param name="Sets">Number of the set of each row.</param>
public sealed record TrainingData(TrainingRows Rows, Targets Targets, int[] Kinds, float[] Weights, float[] Unbalanced, int[] Sets)
{
    /// <summary>What each row scores before anything is learned, by label: those of a model that goes on learning. Null begins at zero.</summary>
    public float[][]? Before { get; init; }

    /// <summary>How many rows.</summary>
    public int Count => Kinds.Length;

    /// <summary>
    /// The sets in the trainer's shape. In a set of n examples of k kinds of label, one whose label n' have counts the set's weight times (n / (k × n')) to the
    /// power of <see cref="TrainingOptions.Balance"/>: labels count alike inside each set, not over all of them, because each has its own frequencies.
    /// </summary>
    public static TrainingData Of(Featurizer featurizer, IReadOnlyList<string> labels, IReadOnlyList<LabelledSet> sets, TrainingOptions options)
    {
        var targets = new Targets(labels);
        var rows = TrainingRows.Of(featurizer, sets.SelectMany(set => set.Examples).Select(example => example.Text));
        var kinds = sets.SelectMany(set => set.Examples).Select(example => targets.KindOf(example.Label)).ToArray();
        var (weights, unbalanced, places) = (new float[kinds.Length], new float[kinds.Length], new int[kinds.Length]);
        for (int number = 0, at = 0; number < sets.Count; number++)
        {
            var own = kinds.AsSpan(at, sets[number].Examples.Count);
            var counts = new int[targets.Kinds];
            foreach (var kind in own) counts[kind]++;
            var present = counts.Count(count => count > 0);
            foreach (var kind in own)
            {
                weights[at] = (float)(sets[number].Weight * Math.Pow(own.Length / ((double)present * counts[kind]), options.Balance));
                unbalanced[at] = (float)sets[number].Weight;
                places[at++] = number;
            }
        }

        return new TrainingData(rows, targets, kinds, weights, unbalanced, places);
    }
}
