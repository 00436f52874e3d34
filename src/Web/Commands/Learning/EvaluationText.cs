using System.Globalization;
using Listening.Models.Evaluating;

namespace Listening.Web.Commands.Learning;

/// <summary>An evaluation as lines for a terminal.</summary>
internal static class EvaluationText
{
    public static async Task WriteAsync(TextWriter output, string name, Evaluation evaluation)
    {
        await output.WriteLineAsync($"{name} (n = {evaluation.Count})");
        if (evaluation.Count == 0) return;
        await output.WriteLineAsync($"  accuracy {Percent(evaluation.Accuracy)}  macro recall {Percent(evaluation.MacroRecall)}  macro F1 {Percent(evaluation.MacroF1)}  "
            + $"log loss {Number(evaluation.LogLoss, "0.000")}  calibration error {Number(100 * evaluation.CalibrationError, "0.0")} %  "
            + $"sure {Number(100 * evaluation.Sure, "0.0")} %, of these right {Number(100 * evaluation.AccuracyWhereSure, "0.0")} %");
        if (evaluation.AtRecall95 is { } point)
            await output.WriteLineAsync($"  {evaluation.Labels[0].Label} is found in {Number(100 * point.Recall, "0.0")} % from a probability of {Number(point.Least, "0.00")} on, precision {Number(100 * point.Precision, "0.0")} %");
        foreach (var label in evaluation.Labels)
            await output.WriteLineAsync($"  {label.Label,-28} n {label.Count,6}  precision {Number(100 * label.Precision, "0.0"),5}  recall {Number(100 * label.Recall, "0.0"),5}  F1 {Number(100 * label.F1, "0.0"),5}");
    }

    private static string Percent(Estimate? estimate) =>
        estimate is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * estimate.Value:0.0} % ({100 * estimate.Low:0.0}–{100 * estimate.High:0.0})");

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
