using System.Numerics;

namespace Listening.Tests.Sceptic;

/// <summary>An exact fraction, so that no comparison with one half is a matter of rounding.</summary>
public readonly record struct Fraction(BigInteger Over, BigInteger Under)
{
    public static readonly Fraction One = new(1, 1);

    public Fraction Times(BigInteger over, BigInteger under)
    {
        var (o, u) = (Over * over, Under * under);
        var common = BigInteger.GreatestCommonDivisor(o, u);
        return common.IsZero ? new(0, 1) : new(o / common, u / common);
    }

    public bool AtMost(BigInteger over, BigInteger under) => Over * under <= over * Under;

    public double Value => (double)Over / (double)Under;
}
