using System.Diagnostics;
using System.Globalization;
using System.Text;
using Listening.Models;
using Listening.Models.Data;
using Listening.Models.Evaluating;
using Listening.Models.Features;
using Listening.Models.Learning;
using Listening.Models.Tasks;
using Listening.Web.Commands.Learning;

namespace Listening.Benchmarks.Models;

/// <summary>
/// The table of <c>models/README.md</c>: every task on every test, both profiles, and the tools of others on the same texts. Those that learn learn from
/// what the research profile learns from, as far as it has one label.
/// </summary>
public static class ModelTable
{
    /// <summary>Measures and writes; 0.</summary>
    public static async Task<int> RunAsync(string shipped, string research, string data, string gold, string npm, string path)
    {
        var folder = Directory.CreateTempSubdirectory("listening-models-").FullName;
        var sets = new DataFolder(data, await GoldFiles.ReadAsync(gold, data, CancellationToken.None));
        var features = await ModelFiles.FeaturizerAsync(research, CancellationToken.None);
        var text = new StringBuilder("| task | test | n | who | accuracy | macro recall | macro F1 | calibration error % | posts/s |\n|---|---|--:|---|--:|--:|--:|--:|--:|\n");
        foreach (var recipe in TaskRecipes.All.Concat(TaskRecipes.Yardsticks))
        {
            var tests = recipe.Tests.Select(test => (Test: test, Examples: sets.Read(test))).Where(pair => pair.Examples.Count > 0).ToList();
            var others = new List<(string Name, BaselineAnswers Answers)>();
            foreach (var (baseline, from) in BaselinesOf(recipe, npm, folder, features.Featurizer))
                others.Add((from == Profile.Shipped ? $"{baseline.Name}, shipped data" : baseline.Name, await baseline.Answer(Learned(recipe, sets, from), [.. tests.SelectMany(pair => pair.Examples)])));
            var done = 0;
            foreach (var (test, examples) in tests)
            {
                var name = test.Name ?? $"{test.Set}/{test.File}{(test.Part == Part.KeptApart ? " kept apart" : "")}";
                foreach (var (who, own) in new[] { ("**shipped**", shipped), ("**research**", research) })
                    if (File.Exists(ModelFiles.ModelPath(own, recipe.Name))) text.Append(await OursAsync(recipe, own, who, name, examples));
                foreach (var (who, answers) in others)
                    text.Append(Theirs(recipe, who, answers with { Labels = [.. answers.Labels.Skip(done).Take(examples.Count)] }, name, examples, answers.Labels.Count / answers.Took.TotalSeconds));
                done += examples.Count;
            }

            Console.WriteLine($"{recipe.Name} done");
        }

        Directory.Delete(folder, recursive: true);
        await WriteAsync(path, text.ToString());
        return 0;
    }

    private static List<Example> Learned(TaskRecipe recipe, DataFolder sets, Profile from) =>
        [.. new TaskTrainer(sets, from).Allowed(recipe).SelectMany(sets.Read).Where(example => !example.Label.Contains('|', StringComparison.Ordinal))];

    // For tasks whose sets tell one label a text; the others have nothing that these tools could learn from.
    private static List<(Baseline, Profile)> BaselinesOf(TaskRecipe recipe, string npm, string folder, Featurizer featurizer)
    {
        List<(Baseline, Profile)> all = [];
        if (recipe.Name is "sentiment" or "banking77" or "topic") all.Add((Baselines.FastText(folder), Profile.Research));
        if (recipe.Name == "topic") all.Add((Baselines.FastText(folder), Profile.Shipped));
        if (recipe.Name is "sentiment" or "banking77" or "topic") all.Add((Baselines.Liblinear(folder, featurizer), Profile.Research));
        if (recipe.Name is "sentiment" or "topic") all.Add((Baselines.Liblinear(folder, featurizer), Profile.Shipped));
        if (recipe.Name == "sentiment") all.AddRange(Baselines.Lexicons(npm).Select(lexicon => (lexicon, Profile.Research)));
        return all;
    }

    private static async Task<string> OursAsync(TaskRecipe recipe, string folder, string who, string name, IReadOnlyList<Example> examples)
    {
        var features = await ModelFiles.FeaturizerAsync(folder, CancellationToken.None);
        var model = await ModelFiles.ModelAsync(folder, recipe.Name, features.Version, CancellationToken.None);
        var evaluation = ModelEvaluation.Evaluate(features.Featurizer, model.Model, examples);
        var clock = Stopwatch.StartNew();
        ModelEvaluation.Sort(features.Featurizer, model.Model, examples.Select(example => example.Text));
        return Row(recipe, name, who, evaluation, examples.Count / clock.Elapsed.TotalSeconds);
    }

    private static string Theirs(TaskRecipe recipe, string who, BaselineAnswers answers, string name, IReadOnlyList<Example> examples, double rate)
    {
        var labels = recipe.Labels.ToList();
        var evaluation = Evaluator.Evaluate(labels, [.. examples.Select((example, at) => new Answer(labels.IndexOf(example.Label), [.. labels.Select(label => label == answers.Labels[at] ? 1f : 0f)]))], 0);
        return Row(recipe, name, who, evaluation with { CalibrationError = null }, rate);
    }

    private static string Row(TaskRecipe recipe, string name, string who, Evaluation evaluation, double rate) =>
        $"| {recipe.Name} | {name} | {evaluation.Count} | {who} | {Percent(evaluation.Accuracy)} | {Percent(evaluation.MacroRecall)} | {Percent(evaluation.MacroF1)} | "
        + string.Create(CultureInfo.InvariantCulture, $"{100 * evaluation.CalibrationError:0.0} | {Math.Round(rate / 100) * 100:N0} |\n");

    private static string Percent(Estimate? estimate) =>
        estimate is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{100 * estimate.Value:0.0} ({100 * estimate.Low:0.0}–{100 * estimate.High:0.0})");

    // The table stands between two marks of a page whose words a person writes.
    private static async Task WriteAsync(string path, string table)
    {
        const string Begin = "<!-- table -->\n";
        const string End = "<!-- /table -->\n";
        var page = await File.ReadAllTextAsync(path);
        var (first, last) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        if (first < 0 || last < first) throw new InvalidDataException($"{path} has no place for the table.");
        var measured = $"Measured {TimeProvider.System.GetUtcNow():yyyy-MM-dd} on {Machine.Description}; other programs ran beside it.\n\n";
        await File.WriteAllTextAsync(path, page[..(first + Begin.Length)] + "\n" + measured + table + "\n" + page[last..]);
    }
}
