using Listening.Models;
using Listening.Models.Features;
using Listening.Models.Learning;
using Xunit;

namespace Listening.Tests.Models;

public sealed class ModelEstimatorTests
{
    private readonly Featurizer featurizer = Learned.Featurizer();

    [Fact]
    public void What_was_learned_is_said_of_texts_not_seen()
    {
        var evaluation = ModelEvaluation.Evaluate(featurizer, Learned.Model(featurizer), Learned.Examples(200, 3));
        Assert.Equal(1, evaluation.Accuracy!.Value);
        Assert.Equal(200, evaluation.Count);
    }

    [Fact]
    public void The_same_data_and_seed_give_the_same_bytes_and_another_seed_gives_others()
    {
        var bytes = ModelArtefact.Write(Learned.Model(featurizer));
        Assert.Equal(bytes, ModelArtefact.Write(Learned.Model(featurizer)));
        Assert.NotEqual(bytes, ModelArtefact.Write(Learned.Model(featurizer, new TrainingOptions { Seed = 2 })));
    }

    [Fact]
    public void A_model_read_back_from_its_bytes_is_the_same()
    {
        var model = Learned.Model(featurizer);
        var bytes = ModelArtefact.Write(model);
        var read = ModelArtefact.Read(bytes);
        Assert.Equal(model.Buckets, read.Buckets);
        Assert.Equal(model.Values, read.Values);
        Assert.Equal(model.Dense, read.Dense);
        Assert.Equal(bytes, ModelArtefact.Write(read));
    }

    [Fact]
    public void A_featurizer_read_back_from_its_bytes_is_the_same()
    {
        var vectors = new WordVectors([7, 9], [0.5f, 0.25f], [.. Enumerable.Range(0, 200).Select(number => (sbyte)(number - 100))]);
        var lexicon = new Lexicon(new Dictionary<uint, LexiconEntry> { [3] = new(-12, 4, 1) });
        var bytes = FeaturizerArtefact.Write(new FeatureEstimator(lexicon, vectors).Fit(["a good day", "a bad day"]), new FeaturizerHead("own", 2));
        Assert.Equal(bytes, FeaturizerArtefact.Write(FeaturizerArtefact.Read(bytes), new FeaturizerHead("own", 2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-1)]
    public void A_changed_byte_is_noticed(int place)
    {
        var bytes = ModelArtefact.Write(Learned.Model(featurizer));
        bytes[place < 0 ? bytes.Length + place : place] ^= 1;
        Assert.Throws<ArtefactException>(() => ModelArtefact.Read(bytes));
        Assert.Throws<ArtefactException>(() => ModelArtefact.Read(bytes.AsSpan(0, 20)));
    }

    [Fact]
    public void An_example_of_one_of_several_labels_teaches_what_it_is_not()
    {
        var certain = new LabelledSet("certain", [.. Enumerable.Repeat(new[] { new Example("red sun", "a"), new("green sun", "b"), new("white sun", "c") }, 10).SelectMany(set => set)]);
        var partly = new LabelledSet("partly", [.. Enumerable.Repeat(new Example("blue moon", "a|c"), 20)]);
        var own = new FeatureEstimator(Lexicon.Empty, WordVectors.Empty).Fit(["red sun", "green sun", "white sun", "blue moon"]);
        var model = new ModelEstimator(own, "f1", new TrainingOptions { Folds = 0, Epochs = 40 }).Fit("colour", "own", ["a", "b", "c"], [certain, partly], CancellationToken.None);
        var (set, reader, probabilities) = (new ModelSet(own, [model]), new FeatureReader(own), new float[8]);
        reader.Read("blue moon");
        set.Transform(reader, probabilities);
        Assert.InRange(probabilities[1], 0, 0.1f);
        Assert.InRange(probabilities[0], 0.2f, 0.8f);
        Assert.InRange(probabilities[2], 0.2f, 0.8f);
    }

    [Fact]
    public void A_label_that_the_task_does_not_have_is_refused()
    {
        var estimator = new ModelEstimator(featurizer, "f1", new TrainingOptions());
        var wrong = Assert.Throws<InvalidDataException>(() => estimator.Fit("service", "own", ["bad", "good"], [new("some", [new("a", "odd")])], CancellationToken.None));
        Assert.Contains("'odd'", wrong.Message, StringComparison.Ordinal);
    }
}
