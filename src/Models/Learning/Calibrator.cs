using System.Numerics.Tensors;

namespace Listening.Models.Learning;

/// <summary>Finds the calibration with the lowest loss on scores of texts that the model did not learn from.</summary>
public static class Calibrator
{
    private const int Steps = 300;

    /// <summary>
    /// The calibration of scores taken on folds. Shifts move decisions towards frequent labels and are found only where
    /// <see cref="TrainingOptions.CalibratePriors"/> allows it.
    /// </summary>
    public static Calibration Fit(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        var labels = data.Targets.Labels.Count;
        if (options.Folds < 2 || data.Count < options.Folds * 10) return Calibration.None(labels);
        var scores = FoldScores(data, options, cancellationToken);
        var weights = options.CalibratePriors ? data.Unbalanced : data.Weights;
        var (inverse, shifts) = (1.0, new double[labels]);
        double inverseSquares = 0;
        var shiftSquares = new double[labels];
        for (var step = 0; step < Steps; step++)
        {
            double slope = 0;
            var shiftSlopes = new double[labels];
            var total = 0.0;
            var one = new float[labels];
            for (var row = 0; row < data.Count; row++)
            {
                for (var label = 0; label < labels; label++) one[label] = (float)((scores[row][label] * inverse) + shifts[label]);
                TensorPrimitives.SoftMax(one, one);
                var allowed = data.Targets.Allowed(data.Kinds[row])[..labels];
                var share = Math.Max(1e-9f, TensorPrimitives.Dot(one, allowed));
                for (var label = 0; label < labels; label++)
                {
                    var gap = weights[row] * one[label] * (1 - (allowed[label] / share));
                    slope += gap * scores[row][label];
                    shiftSlopes[label] += gap;
                }

                total += weights[row];
            }

            inverse = Math.Max(0.05, inverse - Step(slope / total, ref inverseSquares, step));
            if (!options.CalibratePriors) continue;
            for (var label = 0; label < labels; label++) shifts[label] -= Step(shiftSlopes[label] / total, ref shiftSquares[label], step);
        }

        return new Calibration((float)(1 / inverse), Array.ConvertAll(shifts, shift => (float)shift));
    }

    private static double Step(double slope, ref double squares, int step)
    {
        squares += slope * slope;
        return 0.2 * (1 - (step / (double)Steps)) * slope / (Math.Sqrt(squares) + 1e-9);
    }

    private static float[][] FoldScores(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        var order = Enumerable.Range(0, data.Count).ToArray();
        new Random(options.Seed).Shuffle(order);
        var scores = new float[data.Count][];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var taken = order.Where((_, place) => place % options.Folds != fold).ToArray();
            var weights = SoftmaxTrainer.Fit(data, options, taken, cancellationToken);
            foreach (var row in order.Where((_, place) => place % options.Folds == fold)) scores[row] = weights.Scores(data.Rows, row);
        }

        return scores;
    }
}
