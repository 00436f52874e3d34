using Listening.Models.Features;

namespace Listening.Models.Learning;

/// <summary>Learns a model of one task from labelled sets.</summary>
public sealed class ModelEstimator(Featurizer featurizer, string featurizerVersion, TrainingOptions options)
{
    /// <summary>Trains, calibrates on folds and quantises.</summary>
    public LinearModel Fit(string task, string profile, IReadOnlyList<string> labels, IReadOnlyList<LabelledSet> sets, CancellationToken cancellationToken)
    {
        var data = TrainingData.Of(featurizer, labels, sets, options);
        var calibration = Calibrator.Fit(data, options, cancellationToken);
        var weights = SoftmaxTrainer.Fit(data, options, [.. Enumerable.Range(0, data.Count)], cancellationToken);
        return Quantizer.Quantize(weights, data.Rows, calibration, new ModelHead
        {
            Task = task,
            Labels = labels,
            Profile = profile,
            Featurizer = featurizerVersion,
            LeastConfidence = options.LeastConfidence,
            Sets = sets.ToDictionary(set => set.Name, set => set.Examples.Count),
            Seed = options.Seed,
            Temperature = 1,
        });
    }
}
