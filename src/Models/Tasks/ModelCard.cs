using System.Globalization;
using Listening.Models.Evaluating;
using Listening.Models.Learning;

namespace Listening.Models.Tasks;

/// <summary>The card of a model: what it learned from, under which licence, when, how, how well, and its known faults.</summary>
public static class ModelCard
{
    private const int MostLabels = 20;

    /// <summary>The card as Markdown.</summary>
    public static string Write(TaskRecipe recipe, LinearModel model, string version, DateOnly on, IReadOnlyDictionary<string, Evaluation> evaluations)
    {
        var sources = recipe.Sources.Where(source => model.Head.Sets.ContainsKey(NameOf(source)));
        string[] lines =
        [
            $"# {recipe.Name}", "",
            $"Profile **{model.Head.Profile}**, version `{version}`, trained on {on:yyyy-MM-dd} with seed {model.Head.Seed}; reads texts with featurizer `{model.Head.Featurizer}`.", "",
            $"Labels: {string.Join(", ", recipe.Labels.Select(label => $"`{label}`"))}; `{model.Head.Unsure}` below a confidence of {Number(model.Head.LeastConfidence, "0.00")}.", "",
            "## Learned from", "", "| set | texts | weight | licence |", "|---|--:|--:|---|",
            .. sources.Select(source => $"| {NameOf(source)} | {model.Head.Sets[NameOf(source)]} | {Number(source.Weight, "0.##")} | {source.Licence} |"), "",
            $"Softmax regression, AdaGrad, {recipe.Options.Epochs} epochs, pull {Number(recipe.Options.Pull, "0.##")}, balance {Number(recipe.Options.Balance, "0.##")}, dropout {Number(recipe.Options.Dropout, "0.##")}; "
                + $"temperature {Number(model.Head.Temperature, "0.00")}, found on {recipe.Options.Folds} folds; weights of a byte.", "",
            "## Held against", "", "| test | n | accuracy | macro recall | macro F1 | log loss | calibration error |", "|---|--:|--:|--:|--:|--:|--:|",
            .. evaluations.Select(pair => Row(pair.Key, pair.Value)), "",
            "## Label by label", "", "| test | label | n | precision | recall |", "|---|---|--:|--:|--:|",
            .. evaluations.Where(pair => pair.Value.Labels.Count <= MostLabels).SelectMany(pair => pair.Value.Labels.Select(label => Row(pair.Key, label))), "",
            "## Known faults", "", .. recipe.Faults.Select(fault => $"- {fault}"), "",
        ];
        return string.Join('\n', lines);
    }

    /// <summary>One row of a table of results.</summary>
    public static string Row(string name, Evaluation evaluation) =>
        $"| {name} | {evaluation.Count} | {Percent(evaluation.Accuracy)} | {Percent(evaluation.MacroRecall)} | {Percent(evaluation.MacroF1)} | "
        + $"{Number(evaluation.LogLoss, "0.000")} | {Number(100 * evaluation.CalibrationError, "0.0")} |";

    // "Any of the others" has bars in its name, which would part the cells of the table.
    private static string Row(string test, LabelScore label) =>
        $"| {test} | {label.Label.Replace("|", " or ", StringComparison.Ordinal)} | {label.Count} | {Number(100 * label.Precision, "0.0")} | {Number(100 * label.Recall, "0.0")} |";

    /// <summary>Name of a source in the head of a model.</summary>
    public static string NameOf(Data.DataSource source) => $"{source.Set}/{source.File}";

    private static string Percent(Estimate? estimate) =>
        estimate is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * estimate.Value:0.0} ({100 * estimate.Low:0.0}–{100 * estimate.High:0.0})");

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
