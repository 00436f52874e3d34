using System.CommandLine;
using System.Text.Json;
using Listening.Models;
using Listening.Web.Commands.Learning;
using Listening.Web.Json;

namespace Listening.Web.Commands;

/// <summary><c>listening evaluate TASK FILE…</c>: holds a model against a person's own labelled tables.</summary>
public static class EvaluateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var task = new Argument<string>("TASK") { Description = "Name of the task." };
        var files = new Argument<string[]>("FILE") { Description = "Tables of texts and labels: .csv, .tsv, .ndjson.", Arity = ArgumentArity.OneOrMore };
        var text = LearningOptions.Text();
        var label = LearningOptions.Label();
        var models = LearningOptions.Models();
        var json = new Option<bool>("--json") { Description = "Prints one JSON object." };
        var command = new Command("evaluate", "Says how well a model sorts labelled texts.") { task, files, text, label, models, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, folder, name) = (parsed.InvocationConfiguration.Output, parsed.GetValue(models)!, parsed.GetValue(task)!);
            var examples = await LabelledTable.ReadAsync(parsed.GetValue(files)!, parsed.GetValue(text)!, parsed.GetValue(label)!, cancellationToken);
            var features = await ModelFiles.FeaturizerAsync(folder, cancellationToken);
            var model = await ModelFiles.ModelAsync(folder, name, features.Version, cancellationToken);
            var evaluation = ModelEvaluation.Evaluate(features.Featurizer, model.Model, examples);
            if (parsed.GetValue(json)) await output.WriteLineAsync(JsonSerializer.Serialize(evaluation, ApiJson.Options));
            else await EvaluationText.WriteAsync(output, name, evaluation);
            return 0;
        });
        return command;
    }
}
