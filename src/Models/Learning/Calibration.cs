namespace Listening.Models.Learning;

/// <summary>What makes a score a probability: scores are divided by the temperature, then the shifts are added (Guo et al. 2017).</summary>
public sealed record Calibration(float Temperature, IReadOnlyList<float> Shifts)
{
    /// <summary>Leaves scores as they are.</summary>
    public static Calibration None(int labels) => new(1, new float[labels]);
}
