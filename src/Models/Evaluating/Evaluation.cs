namespace Listening.Models.Evaluating;

/// <summary>How well a model does on texts whose labels are known. Everything but <see cref="Count"/> is null where no text was read.</summary>
public sealed record Evaluation
{
    /// <summary>Texts.</summary>
    public required int Count { get; init; }

    /// <summary>Share of right answers.</summary>
    public Estimate? Accuracy { get; init; }

    /// <summary>Mean recall of the labels that occur.</summary>
    public Estimate? MacroRecall { get; init; }

    /// <summary>Mean F1 of the labels that occur.</summary>
    public Estimate? MacroF1 { get; init; }

    /// <summary>Mean of -ln of the probability given to the right label.</summary>
    public double? LogLoss { get; init; }

    /// <summary>Expected calibration error over 15 bins of confidence of equal width (Naeini et al. 2015), 0 to 1.</summary>
    public double? CalibrationError { get; init; }

    /// <summary>Share of texts whose confidence reached the model's least one.</summary>
    public double? Sure { get; init; }

    /// <summary>Share of right answers among those.</summary>
    public double? AccuracyWhereSure { get; init; }

    /// <summary>Where the first label, or group of labels, is found in 95 of 100 texts that have it.</summary>
    public RecallPoint? AtRecall95 { get; init; }

    /// <summary>Every label.</summary>
    public required IReadOnlyList<LabelScore> Labels { get; init; }

    /// <summary>Texts by their label (row) and the answer (column), in the order of <see cref="Labels"/>.</summary>
    public required int[][] Confusion { get; init; }
}
