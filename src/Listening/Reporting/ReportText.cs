using System.Globalization;

namespace Listening.Reporting;

/// <summary>Figures as people read them in a mail or a file: English, without a locale.</summary>
public static class ReportText
{
    /// <summary>What stands where there is nothing to count.</summary>
    public const string NoData = "no data";

    /// <summary>A figure: "31 min", "&gt; 2 h", "87.4 %", "3 of 412", or "no data".</summary>
    public static string Of(ReportFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure is { N: 0, Of: > 0 and var none }) return $"0 of {Of(none, "count")}";
        if (figure.N == 0) return NoData;
        if (figure is { Value: null, GreaterThan: { } more }) return $"> {Of(more, figure.Unit)}";
        if (figure.Value is not { } value) return NoData;
        return figure.Of is { } all ? $"{Of(value, figure.Unit)} of {Of(all, "count")}" : Of(value, figure.Unit);
    }

    /// <summary>A number in its unit.</summary>
    public static string Of(double? value, string unit) => (value, unit) switch
    {
        (null, _) => NoData,
        ({ } seconds, "seconds") => Duration(seconds),
        ({ } share, "share") => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %"),
        ({ } balance, "balance") => balance.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture),
        ({ } change, "change") => change.ToString("+#,0.##;−#,0.##;0", CultureInfo.InvariantCulture),
        ({ } number, _) => number.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>A length of time in at most two units, as the screens have it: "45 s", "1 min 30 s", "31 min", "2 h 05 min", "3 d 4 h".</summary>
    public static string Duration(double seconds)
    {
        var (sign, size) = (seconds < 0 ? "−" : "", Math.Abs(seconds));
        if (size is > 0 and < 1) return sign + Number(Math.Round(size * 1000), "0") + " ms";
        if (size < 59.5) return sign + Number(size, size < 10 ? "0.#" : "0") + " s";
        var whole = (long)Math.Round(size, MidpointRounding.AwayFromZero);
        if (size < 299.5) return sign + Two(whole / 60, "min", whole % 60, "s", "00");
        var minutes = (long)Math.Round(size / 60, MidpointRounding.AwayFromZero);
        if (minutes < 60) return $"{sign}{minutes} min";
        if (minutes < 24 * 60) return sign + Two(minutes / 60, "h", minutes % 60, "min", "00");
        var hours = (long)Math.Round(size / 3600, MidpointRounding.AwayFromZero);
        return sign + Two(hours / 24, "d", hours % 24, "h", "0");
    }

    private static string Two(long large, string of, long small, string smaller, string digits) =>
        $"{Number(large, "#,0")} {of}{(small == 0 ? "" : $" {small.ToString(digits, CultureInfo.InvariantCulture)} {smaller}")}";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
