using System.CommandLine;
using Listening.Models;
using Listening.Models.Features;
using Listening.Tests.Models;
using Listening.Web.Commands;
using Xunit;

namespace Listening.Tests.Commands;

public sealed class TrainCommandTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_trains_a_task_on_a_table_and_evaluates_it_on_another()
    {
        await ModelFiles.WriteAsync(directory.Path, Learned.Featurizer(), new FeaturizerHead("own", 400), Cancelled);
        var (learned, asked) = (await TableAsync("learned.tsv", 300, 2), await TableAsync("asked.tsv", 100, 3));

        var trained = await RunAsync("train", "service", learned, "--text", "words", "--label", "mood", "--models", directory.Path);
        Assert.Equal(0, trained.Code);
        Assert.Matches("^service: learned from [0-9]+, held against [0-9]+ kept apart \\(n = [0-9]+\\)\n  accuracy 100.0 %", trained.Output);

        var evaluated = await RunAsync("evaluate", "service", asked, "--text", "words", "--label", "mood", "--models", directory.Path);
        Assert.StartsWith("service (n = 100)\n  accuracy 100.0 % (100.0–100.0)", evaluated.Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"count\":100,", (await RunAsync("evaluate", "service", asked, "--text", "words", "--label", "mood", "--models", directory.Path, "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said()
    {
        var table = await TableAsync("learned.tsv", 10, 2);
        var none = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync("train", "service", table, "--models", directory.Path));
        Assert.Contains("has no column 'text', only words, mood", none.Message, StringComparison.Ordinal);
        Assert.Contains("--profile needs --data", (await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync("train", "all", "--profile", "shipped"))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => directory.Dispose();

    private async Task<string> TableAsync(string name, int count, int seed)
    {
        await File.WriteAllLinesAsync(directory.File(name), Learned.Examples(count, seed).Select(example => $"{example.Text}\t{example.Label}").Prepend("words\tmood"), Cancelled);
        return directory.File(name);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var root = new Command("listening") { TrainCommand.Create(TimeProvider.System), EvaluateCommand.Create() };
        var output = new StringWriter();
        var code = await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false }, Cancelled);
        return (code, output.ToString());
    }
}
