using Listening.Classifying;
using Xunit;

namespace Listening.Tests.Models;

public sealed class TextExplainerTests(ShippedModels models) : IClassFixture<ShippedModels>
{
    [Theory]
    [InlineData("@acme my train was 3 hours late AGAIN and nobody says why, this is not good at all :( http://t.co/x")]
    [InlineData("Thank you so much!! Sooooo helpful 😀")]
    [InlineData("where's my parcel? #lost")]
    [InlineData("")]
    public void The_pieces_and_the_rest_are_the_score_less_the_mean_of_all_scores(string text)
    {
        foreach (var answer in models.Classifier.Explainer.Explain([text], TestContext.Current.CancellationToken)[0])
        {
            if (answer.Label == PostLabels.NoTopic) continue;
            // Of a softmax the logarithm of a probability is the score but for a constant that the mean takes away.
            var score = Math.Log(answer.P) - answer.Scores.Values.Average(Math.Log);
            Assert.Equal(score, answer.Why.Sum(piece => piece.Weight) + answer.Rest, 0.01);
            Assert.Equal(1, answer.Scores.Values.Sum(), 0.001);
        }
    }

    [Fact]
    public void The_answers_are_those_that_posts_are_sorted_by()
    {
        var texts = new[] { "my train is late, this is terrible", "thank you, well done", "where is gate 12?", "", "Der Zug kommt wieder zu spät und niemand sagt etwas" };
        var sorted = models.Classifier.Classify([.. texts.Select(text => Some.Post(text: text))], TestContext.Current.CancellationToken);
        var told = models.Classifier.Explainer.Explain(texts, TestContext.Current.CancellationToken).SelectMany(answers => answers);
        Assert.Equal(
            sorted.Where(label => label.Task != LabelTasks.NeedsAnswer).Select(label => (label.Task, label.Value, label.Model, (double)label.Confidence)),
            told.Select(answer => (answer.Task, answer.Label, answer.Model, answer.P)));
    }

    [Fact]
    public void A_negated_word_speaks_for_a_bad_tone_and_says_that_it_is_negated()
    {
        var sentiment = models.Classifier.Explainer.Explain(["this is not good"], TestContext.Current.CancellationToken)[0].Single(answer => answer.Task == LabelTasks.Sentiment);
        Assert.Equal("negative", sentiment.Label);
        Assert.True(sentiment.Why.Single(piece => piece.Text == "not").Weight > 0);
        Assert.Contains(sentiment.Why, piece => piece.Text.Contains("good (negated)", StringComparison.Ordinal));
    }
}
