namespace Listening.Findings;

/// <summary>Student's t distribution.</summary>
internal static class StudentTail
{
    private const int MostSteps = 300;
    private const double Precision = 1e-14;
    private const double Least = 1e-300;

    /// <summary>The probability that |T| is at least |<paramref name="t"/>|: I(ν/(ν+t²); ν/2, ½), Abramowitz and Stegun 26.7.1.</summary>
    public static double TwoSided(double t, double degrees) => Beta(degrees / (degrees + (t * t)), degrees / 2, 0.5);

    // The regularised incomplete beta function by its continued fraction (DLMF 8.17.22), evaluated by Lentz's method.
    private static double Beta(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / Away(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m <= MostSteps; m++)
        {
            foreach (var term in (ReadOnlySpan<double>)
                [m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))), -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1))])
            {
                d = 1 / Away(1 + (term * d));
                c = Away(1 + (term / c));
                value *= d * c;
            }

            if (Math.Abs((d * c) - 1) < Precision) break;
        }

        return value;
    }

    private static double Away(double value) => Math.Abs(value) < Least ? Least : value;

    // Lanczos' approximation with g = 7 and nine terms; right to 15 digits for positive arguments.
    private static double LogGamma(double z)
    {
        ReadOnlySpan<double> terms =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        var shifted = z - 1;
        var sum = terms[0];
        for (var i = 1; i < terms.Length; i++) sum += terms[i] / (shifted + i);
        var t = shifted + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((shifted + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
