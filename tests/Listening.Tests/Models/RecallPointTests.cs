using Listening.Classifying;
using Listening.Conversations;
using Listening.Models.Data;
using Listening.Web.Commands.Learning;
using Xunit;

namespace Listening.Tests.Models;

/// <summary>The point at which a wait opens, on posts to real brands that the models never saw.</summary>
public sealed class RecallPointTests(ShippedModels models) : IClassFixture<ShippedModels>
{
    [Fact]
    public async Task At_least_95_of_100_complaints_and_questions_of_the_gold_set_open_a_wait()
    {
        var data = SharedData.Folder("data");
        var gold = await GoldFiles.ReadAsync(Path.Combine(ShippedModels.Folder, "gold"), data, TestContext.Current.CancellationToken);
        var examples = gold.Examples(GoldSet.Intent);
        var asks = models.Classifier.Classify([.. examples.Select(example => Some.Post(text: example.Text))], TestContext.Current.CancellationToken)
            .Where(label => label.Task == LabelTasks.NeedsAnswer).Select(label => label.Confidence).ToList();
        var points = new[] { 0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5, new ClockRules().OpensFrom };
        foreach (var point in points)
        {
            var (recall, precision) = At(point);
            TestContext.Current.TestOutputHelper!.WriteLine($"from {point:0.00}: recall {recall:0.000}, precision {precision:0.000}, n = {examples.Count}");
        }

        Assert.True(At(new ClockRules().OpensFrom).Recall >= 0.95);

        (double Recall, double Precision) At(double point)
        {
            var opened = examples.Where((_, at) => asks[at] >= point).ToList();
            var right = opened.Count(example => example.Label is "complaint" or "question");
            return ((double)right / examples.Count(example => example.Label is "complaint" or "question"), (double)right / opened.Count);
        }
    }

    [Theory]
    [InlineData("Thank you")]
    [InlineData("thanks!")]
    [InlineData("@acme Thank you so much, that solved it!")]
    [InlineData("@acme thanks for the quick help")]
    [InlineData("@acme great, thanks 🙏")]
    [InlineData("@acme Perfect, thank you very much.")]
    public void Thanks_stays_below_it(string text)
    {
        var asks = models.Classifier.Classify([Some.Post(text: text)], TestContext.Current.CancellationToken).Single(label => label.Task == LabelTasks.NeedsAnswer);
        Assert.True(asks.Confidence < new ClockRules().OpensFrom, $"{asks.Confidence}");
    }
}
