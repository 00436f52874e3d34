using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Tests.Models;

/// <summary>A small task that can be learned: is a service praised or cursed.</summary>
internal static class Learned
{
    public static readonly string[] Labels = ["bad", "good"];
    private static readonly string[] Good = ["great", "lovely", "superb", "helpful"];
    private static readonly string[] Bad = ["awful", "broken", "useless", "late"];
    private static readonly string[] Things = ["train", "app", "crew", "parcel", "website", "driver", "coffee"];

    public static IReadOnlyList<Example> Examples(int count, int seed)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var good = chance.Next(2) == 0;
            var word = (good ? Good : Bad)[chance.Next(4)];
            return new Example($"the {Things[chance.Next(7)]} and the {Things[chance.Next(7)]} were {word} today", good ? "good" : "bad");
        })];
    }

    public static Featurizer Featurizer() => new FeatureEstimator(Lexicon.Empty, WordVectors.Empty).Fit(Examples(400, 1).Select(example => example.Text));

    public static LinearModel Model(Featurizer featurizer, TrainingOptions? options = null) =>
        new ModelEstimator(featurizer, "f1", options ?? new TrainingOptions()).Fit("service", "own", Labels, [new LabelledSet("some", Examples(300, 2))], CancellationToken.None);
}
