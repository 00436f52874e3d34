namespace Listening.Models.Evaluating;

/// <summary>Measures answers against labels.</summary>
public static class Evaluator
{
    private const int Bins = 15;
    private const int Draws = 1000;

    /// <summary>The evaluation of these answers; <paramref name="seed"/> draws the samples of its intervals.</summary>
    public static Evaluation Evaluate(IReadOnlyList<string> labels, IReadOnlyList<Answer> answers, double leastConfidence, int seed = 1)
    {
        var given = answers.Select(answer => Array.IndexOf(answer.Probabilities, answer.Probabilities.Max())).ToArray();
        var truths = answers.Select(answer => answer.Truth).ToArray();
        var confusion = Confusion(truths, given, labels.Count, Enumerable.Range(0, answers.Count));
        var scores = labels.Select((label, at) => Score(label, confusion, at)).ToList();
        if (answers.Count == 0) return new Evaluation { Count = 0, Labels = scores, Confusion = confusion };
        var sure = Enumerable.Range(0, answers.Count).Where(at => answers[at].Probabilities.Max() >= leastConfidence).ToList();
        var samples = Samples(truths, given, labels.Count, seed);
        return new Evaluation
        {
            Count = answers.Count,
            Accuracy = Estimated(confusion, samples, Accuracy),
            MacroRecall = Estimated(confusion, samples, MacroRecall),
            MacroF1 = Estimated(confusion, samples, MacroF1),
            LogLoss = answers.Average(answer => -Math.Log(Math.Max(1e-9, answer.Probabilities[answer.Truth]))),
            CalibrationError = CalibrationError(answers, given),
            Sure = sure.Count / (double)answers.Count,
            AccuracyWhereSure = sure.Count == 0 ? null : sure.Count(at => given[at] == truths[at]) / (double)sure.Count,
            AtRecall95 = PointOfRecall(answers, 0, 0.95),
            Labels = scores,
            Confusion = confusion,
        };
    }

    /// <summary>The highest least probability at which a label's recall is still <paramref name="recall"/>; null where no text has the label.</summary>
    public static RecallPoint? PointOfRecall(IReadOnlyList<Answer> answers, int label, double recall)
    {
        var ranked = answers.OrderByDescending(answer => answer.Probabilities[label]).ToList();
        var (all, found) = (answers.Count(answer => answer.Truth == label), 0);
        for (var at = 0; at < ranked.Count; at++)
        {
            if (ranked[at].Truth == label) found++;
            var least = ranked[at].Probabilities[label];
            // Texts with the same probability are found together.
            if (found < recall * all || (at + 1 < ranked.Count && ranked[at + 1].Probabilities[label] == least)) continue;
            return all == 0 ? null : new RecallPoint(least, found / (double)all, found / (double)(at + 1));
        }

        return null;
    }

    private static int[][] Confusion(int[] truths, int[] given, int labels, IEnumerable<int> taken)
    {
        var table = Enumerable.Range(0, labels).Select(_ => new int[labels]).ToArray();
        foreach (var at in taken) table[truths[at]][given[at]]++;
        return table;
    }

    private static LabelScore Score(string label, int[][] confusion, int at)
    {
        var (has, got, both) = (confusion[at].Sum(), confusion.Sum(row => row[at]), confusion[at][at]);
        return new LabelScore(label, has, Share(both, got), Share(both, has), Share(2 * both, has + got));
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;

    private static double Accuracy(int[][] confusion) => confusion.Select((row, at) => row[at]).Sum() / (double)confusion.Sum(row => row.Sum());

    private static double MacroRecall(int[][] confusion) =>
        confusion.Select((row, at) => Share(row[at], row.Sum())).Average() ?? 0;

    private static double MacroF1(int[][] confusion) =>
        Enumerable.Range(0, confusion.Length).Where(at => confusion[at].Sum() > 0)
            .Average(at => 2.0 * confusion[at][at] / (confusion[at].Sum() + confusion.Sum(row => row[at])));

    private static List<int[][]> Samples(int[] truths, int[] given, int labels, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, Draws).Select(_ => Confusion(truths, given, labels, Enumerable.Range(0, truths.Length).Select(_ => chance.Next(truths.Length))))];
    }

    private static Estimate Estimated(int[][] confusion, List<int[][]> samples, Func<int[][], double> measure)
    {
        var drawn = samples.Select(measure).Order().ToList();
        return new Estimate(measure(confusion), drawn[(int)(0.025 * Draws)], drawn[(int)(0.975 * Draws) - 1]);
    }

    private static double CalibrationError(IReadOnlyList<Answer> answers, int[] given) =>
        answers.Select((answer, at) => (Confidence: (double)answer.Probabilities[given[at]], Right: given[at] == answer.Truth))
            .GroupBy(answer => Math.Min(Bins - 1, (int)(answer.Confidence * Bins)))
            .Sum(bin => Math.Abs(bin.Sum(answer => answer.Confidence - (answer.Right ? 1 : 0)))) / answers.Count;
}
