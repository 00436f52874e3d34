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
        ({ } number, _) => number.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>A length of time in its two largest units: "45 s", "31 min", "2 h 5 min", "3 d 4 h".</summary>
    public static string Duration(double seconds)
    {
        var sign = seconds < 0 ? "−" : "";
        var whole = (long)Math.Round(Math.Abs(seconds));
        return sign + whole switch
        {
            < 60 => $"{whole} s",
            < 3600 => $"{(long)Math.Round(whole / 60.0)} min",
            < 86_400 => Two(whole / 3600, "h", whole % 3600 / 60, "min"),
            _ => Two(whole / 86_400, "d", whole % 86_400 / 3600, "h"),
        };
    }

    private static string Two(long large, string of, long small, string smaller) => small == 0 ? $"{large} {of}" : $"{large} {of} {small} {smaller}";
}
