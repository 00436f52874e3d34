namespace Listening.Models.Learning;

/// <summary>How a model is trained. The same options and data give the same bytes.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of the order in which examples are seen, and of the folds.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Times every example is seen.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>First length of AdaGrad's step; it falls linearly.</summary>
    public float Rate { get; init; } = 0.1f;

    /// <summary>Strength of the pull towards zero; a bucket that n examples have is pulled with this divided by n each time it is seen.</summary>
    public float Pull { get; init; } = 1;

    /// <summary>Share of a text's buckets that are left out by chance each time it is seen, so that no few of them decide.</summary>
    public float Dropout { get; init; }

    /// <summary>1 makes the labels of a set count alike, 0 leaves them as they are in the data.</summary>
    public double Balance { get; init; } = 1;

    /// <summary>A tied feature for every set takes up how often its labels are, and is left out afterwards.</summary>
    public bool SetIndicators { get; init; } = true;

    /// <summary>Folds on which confidence is calibrated; 0 leaves it as it is.</summary>
    public int Folds { get; init; } = 3;

    /// <summary>Calibration may move decisions towards the labels that are frequent in the data.</summary>
    public bool CalibratePriors { get; init; }

    /// <summary>Below this confidence the answer is "not sure".</summary>
    public float LeastConfidence { get; init; } = 0.4f;
}
