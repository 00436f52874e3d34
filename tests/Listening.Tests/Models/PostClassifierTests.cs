using Listening.Classifying;
using Listening.Models;
using Listening.Models.Learning;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Models;

public sealed class PostClassifierTests
{
    private readonly PostClassifier classifier;

    public PostClassifierTests()
    {
        var featurizer = Learned.Featurizer();
        var first = Learned.Model(featurizer, new TrainingOptions { LeastConfidence = 0.7f });
        var second = first with { Head = first.Head with { Task = "mirror", Labels = ["x", "y"] } };
        classifier = new PostClassifier(new ModelSet(featurizer, [first, second]), ["m1", "m2"], new FakeTimeProvider(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Every_post_has_a_label_of_every_task_with_its_model_and_confidence()
    {
        var posts = new[] { Some.Post(text: "the train was superb today"), Some.Post(text: "the app was broken today") };
        var labels = classifier.Classify(posts, TestContext.Current.CancellationToken);
        Assert.Equal(["service=good m1", "mirror=y m2", "service=bad m1", "mirror=x m2"], labels.Select(label => $"{label.Task}={label.Value} {label.Model}"));
        Assert.All(labels, label => Assert.InRange(label.Confidence, 0.7f, 1f));
        Assert.Equal(posts[1].Identity, labels[3].Post);
    }

    [Fact]
    public void What_neither_complains_nor_asks_has_no_topic()
    {
        var featurizer = Learned.Featurizer();
        var model = Learned.Model(featurizer);
        var topic = model with { Head = model.Head with { Task = "topic", Labels = ["delay", "price"] } };
        var intent = model with { Head = model.Head with { Task = "intent", Labels = ["complaint", "praise"] } };
        var labels = new PostClassifier(new ModelSet(featurizer, [topic, intent]), ["t", "i"], TimeProvider.System).Classify(
            [Some.Post(text: "the train was superb today"), Some.Post(text: "the train was late today")], TestContext.Current.CancellationToken);
        Assert.Equal(["topic=none", "intent=praise", "needs_answer=no", "topic=delay", "intent=complaint", "needs_answer=yes"], labels.Select(label => $"{label.Task}={label.Value}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t")]
    [InlineData("😀😀🏳️‍🌈👨‍👩‍👧")]
    [InlineData("\u200B\u200D\uFEFF")]
    [InlineData("\uD83D")]
    [InlineData("مرحبا بالعالم")]
    [InlineData("שלום ‮ עולם")]
    [InlineData("日本語のテキスト")]
    [InlineData("zażółć gęślą jaźń")]
    [InlineData("@ # http:// www. \\u12 &#x; &notanentity")]
    public void What_was_never_seen_is_not_sure(string text) =>
        Assert.All(classifier.Classify([Some.Post(text: text)], TestContext.Current.CancellationToken), label => Assert.Equal(PostLabels.NotSure, label.Value));

    [Theory]
    [InlineData("THE TRAIN WAS SUPERB TODAY")]
    [InlineData("the train was su\u200Bperb today مرحبا")]
    [InlineData("the train was superb today 日本語 😀")]
    public void Shouting_hiding_and_mixing_do_not_hide_what_is_said(string text) =>
        Assert.Equal("good", classifier.Classify([Some.Post(text: text)], TestContext.Current.CancellationToken)[0].Value);

    [Fact]
    public void The_longest_post_is_sorted_by_its_beginning()
    {
        var text = "the train was superb today " + new string('a', 64 * 1024);
        var words = string.Concat(Enumerable.Range(0, 9000).Select(number => $"w{number} "));
        Assert.Equal(4, classifier.Classify([Some.Post(text: text), Some.Post(text: words)], TestContext.Current.CancellationToken).Count);
    }
}
