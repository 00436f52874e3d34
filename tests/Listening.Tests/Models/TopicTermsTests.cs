using Listening.Classifying;
using Listening.Models.Living;
using Xunit;

namespace Listening.Tests.Models;

public sealed class TopicTermsTests : IAsyncLifetime
{
    private const string Drone = "@acme your drone crashed and the rotor is broken, please help, DRONE down";
    private const string Billing = "@acme you charged me twice for my bill, please help";
    private const string Thanks = "@acme thank you so much, great service and a great drone!";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly TemporaryDirectory directory = new();
    private ModelLibrary library = null!;

    public async ValueTask InitializeAsync() => library = await ModelLibrary.OpenAsync(ShippedModels.Folder, directory.Path, TimeProvider.System, Token);

    public ValueTask DisposeAsync()
    {
        library.Dispose();
        directory.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_topic_with_terms_is_told_by_them_and_the_rest_by_the_model_also_when_a_text_is_tried()
    {
        await library.SetTopicsAsync(new(false, [new("drone", ["drone*", "rotor"])]), Token);
        Assert.Equal([("drone", 1f, "terms"), ("billing", 0f, "model"), ("none", 0f, "model")], Sorted());
        var answers = Explained();
        Assert.Equal(["drone", "billing", "none"], answers.Select(answer => answer.Label));
        Assert.Equal([new("drone", 2), new MovingPiece("rotor", 1)], answers[0].Why);
        Assert.Equal((1.0, "terms", "drone"), (answers[0].P, answers[0].Model, answers[0].Likeliest));
        Assert.Equal(library.Tasks[LabelTasks.Topic].Live.Version, answers[1].Model);
    }

    [Fact]
    public async Task A_taxonomy_that_stands_alone_says_nothing_where_no_term_is()
    {
        await library.SetTopicsAsync(new(true, [new("drone", ["drone*", "rotor"])]), Token);
        Assert.Equal([("drone", 1f, "terms"), ("not_sure", 0f, "terms"), ("none", 0f, "model")], Sorted());
        Assert.Equal([("drone", 1.0), ("not_sure", 0.0)], Explained().Take(2).Select(answer => (answer.Label, answer.P)));
    }

    // Of what the model says the confidence is its own affair.
    private IEnumerable<(string Value, float Confidence, string By)> Sorted() =>
        library.Classify([Some.Post("1", Drone), Some.Post("2", Billing), Some.Post("3", Thanks)], Token).Where(label => label.Task == LabelTasks.Topic)
            .Select(label => label.Model == "terms" ? (label.Value, label.Confidence, label.Model) : (label.Value, 0f, "model"));

    private List<TaskAnswer> Explained() => library.Explain([Drone, Billing, Thanks], Token).Select(answers => answers.Single(answer => answer.Task == LabelTasks.Topic)).ToList();
}
