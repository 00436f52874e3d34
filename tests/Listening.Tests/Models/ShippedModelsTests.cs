using Listening.Classifying;
using Listening.Models;
using Xunit;

namespace Listening.Tests.Models;

/// <summary>The shipped models on posts that anybody would sort alike; quality is measured in models/README.md.</summary>
public sealed class ShippedModelsTests(ShippedModels models) : IClassFixture<ShippedModels>
{
    private static readonly string[] Tasks = ["answer_kind", "intent", "language", "sentiment", "topic", "use_case"];
    private static readonly string[] Labelled = ["answer_kind", "intent", "needs_answer", "language", "sentiment", "topic", "use_case"];

    [Fact]
    public async Task Every_task_is_there_from_data_that_may_be_shipped_and_all_are_small()
    {
        var files = await ModelFiles.ModelsAsync(ShippedModels.Folder, TestContext.Current.CancellationToken);
        Assert.Equal(Tasks, files.Select(file => file.Model.Head.Task));
        Assert.All(files, file => Assert.Equal("shipped", file.Model.Head.Profile));
        var bytes = Directory.EnumerateFiles(ShippedModels.Folder, "*.bin", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        Assert.InRange(bytes, 1, 40_000_000);
    }

    [Theory]
    [InlineData("sentiment", "negative", "worst flight ever, I hate this airline :(")]
    [InlineData("sentiment", "positive", "I love this phone, it is great! :)")]
    [InlineData("sentiment", "negative", "not good at all, very disappointed")]
    [InlineData("intent", "complaint", "@Shop my order is broken and nobody answers, this is terrible")]
    [InlineData("intent", "question", "@Shop what time do you open on Sunday?")]
    [InlineData("intent", "praise", "@Shop thank you so much, great service from your team")]
    [InlineData("topic", "delivery", "@Shop where is my parcel? tracking says delivered but it is not here")]
    [InlineData("topic", "billing", "@Shop I was charged twice and I am still waiting for my refund")]
    [InlineData("answer_kind", "moved_to_private", "Sorry to hear that. Please DM us your order number so we can help.")]
    [InlineData("use_case", "recognition", "Thank you Maria for the great work on the release, well done!")]
    [InlineData("language", "en", "The train was late again this morning and nobody told us why")]
    [InlineData("language", "de", "Der Zug war heute Morgen schon wieder zu spät und niemand sagt etwas")]
    [InlineData("language", "fr", "Le train était encore en retard ce matin et personne ne dit rien")]
    [InlineData("language", "unknown", "Pociąg znowu się spóźnił dzisiaj rano i nikt nic nie powiedział")]
    [InlineData("language", "unknown", "")]
    public void A_plain_post_is_sorted_as_anybody_would(string task, string value, string text) =>
        Assert.Equal(value, Sorted(text).Single(label => label.Task == task).Value);

    [Theory]
    [InlineData("")]
    [InlineData("😀😀🔥")]
    [InlineData("\u200B\u200D\uFEFF\uD83D")]
    [InlineData("مرحبا، أين طلبي؟ my order ‮ 注文 #ΑΒΓ")]
    [InlineData("WHY IS MY TRAIN LATE AGAIN!!!!!!!!!!!!!!!!")]
    public void Whatever_comes_every_task_answers_with_a_confidence(string text)
    {
        var labels = Sorted(text);
        Assert.Equal(Labelled, labels.Select(label => label.Task));
        Assert.All(labels, label => Assert.InRange(label.Confidence, 0f, 1f));
    }

    [Fact]
    public void The_longest_post_is_sorted_too() => Assert.Equal(Labelled.Length, Sorted(string.Concat(Enumerable.Repeat("où est mon colis ? ", 3400))).Count);

    private IReadOnlyList<PostLabel> Sorted(string text) => models.Classifier.Classify([Some.Post(text: text)], TestContext.Current.CancellationToken);
}
