using Listening.Classifying;
using Listening.Models.Features;
using Xunit;

namespace Listening.Tests.Models;

/// <summary>Texts that nobody trained for: whatever comes, no task fails, and no label is given below the confidence that its model states.</summary>
public sealed class RoughTextsTests(ShippedModels models) : IClassFixture<ShippedModels>
{
    private const int Longest = 64 * 1024;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Rough { get; } = new()
    {
        { "empty", "" },
        { "blank", " \t\r\n\u00A0\u3000 " },
        { "emoji", "😀😀🔥🏳️‍🌈👨‍👩‍👧👍🏽" },
        { "zero width", "\u200B\u200C\u200D\u2060\uFEFF" },
        { "zero width inside", "wh\u200Bere is\u200D my par\u2060cel" },
        { "half a sign", "\uD83D \uDE00 \uD83D" },
        { "right to left", "مرحبا، أين طلبي؟ لم يصل بعد" },
        { "turned around", "\u202Ewhere is my parcel\u202C שלום" },
        { "mixed", "where is my Paket? 注文はどこですか où est mon colis где мой заказ" },
        { "shouted", "WHY IS MY TRAIN LATE AGAIN AND NOBODY TELLS US WHY!!!!!!!!" },
        { "marks only", "@ # !? ... http:// www. &#x; &notanentity \\u12" },
        { "one letter 65 536 times", new string('a', Longest) },
        { "emoji 16 384 times", string.Concat(Enumerable.Repeat("😡", Longest / 4)) },
        { "mentions", string.Concat(Enumerable.Repeat("@acme ", Longest / 6)) },
        { "new words", string.Concat(Enumerable.Range(0, Longest / 6).Select(number => $"w{number % 10_000} ")) },
        { "joined signs", string.Concat(Enumerable.Repeat("e\u0301\u0302\u0303\u200D", Longest / 10)) },
    };

    [Theory]
    [MemberData(nameof(Rough))]
    public void Below_the_confidence_that_is_stated_the_answer_is_not_sure(string what, string text)
    {
        var labels = models.Classifier.Classify([Some.Post(text: text)], Cancelled);
        Assert.Equal(7, labels.Count);
        var neither = labels.Single(label => label.Task == LabelTasks.Intent).Value is "praise" or "other";
        foreach (var label in labels.Where(label => label.Task != LabelTasks.NeedsAnswer && !(neither && label.Task == LabelTasks.Topic)))
        {
            var (least, unsure) = models.Stated[label.Task];
            // A language may be told to be none of the known ones.
            Assert.True(label.Value == unsure || label.Confidence >= least, $"{what}: {label.Task} is {label.Value} at {label.Confidence}, below {least}");
            Assert.True(label.Value != unsure || label.Confidence < least || label.Task == LabelTasks.Language || Nothing(text), $"{what}: {label.Task} is not sure at {label.Confidence}, above {least}");
        }
    }

    [Theory]
    [MemberData(nameof(Rough))]
    public void Why_is_told_of_them_too(string what, string text)
    {
        var (explained, sorted) = (Assert.Single(models.Classifier.Explainer.Explain([text], Cancelled)), models.Classifier.Classify([Some.Post(text: text)], Cancelled));
        foreach (var answer in explained)
        {
            Assert.Equal(sorted.Single(label => label.Task == answer.Task).Value, answer.Label);
            Assert.True(double.IsFinite(answer.Rest) && answer.Why.All(piece => double.IsFinite(piece.Weight)), $"{what}: {answer.Task} has weights that are no numbers");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u200B\u200C\u200D\u2060\uFEFF")]
    public void Where_nothing_is_said_every_task_is_not_sure(string text) =>
        Assert.All(models.Classifier.Classify([Some.Post(text: text)], Cancelled).Where(label => label.Task != LabelTasks.NeedsAnswer), label =>
            Assert.Equal(label.Task == LabelTasks.Language ? PostLabels.UnknownLanguage : PostLabels.NotSure, label.Value));

    [Theory]
    [InlineData("WHERE IS MY PARCEL? THIS IS TERRIBLE", "where is my parcel? this is terrible")]
    [InlineData("wh\u200Bere is my par\u200Dcel? this is terr\u2060ible", "where is my parcel? this is terrible")]
    public void Shouting_and_hiding_do_not_change_what_it_is(string rough, string plain)
    {
        var labels = models.Classifier.Classify([Some.Post(text: rough), Some.Post(text: plain)], Cancelled);
        Assert.All(new[] { LabelTasks.Intent, LabelTasks.Sentiment, LabelTasks.Topic }, task =>
            Assert.Single(labels.Where(label => label.Task == task).Select(label => label.Value).Distinct()));
    }

    private bool Nothing(string text)
    {
        var reader = new FeatureReader(models.Features);
        reader.Read(text);
        return reader.Buckets.IsEmpty;
    }
}
