using Listening.Classifying;
using Listening.Models.Learning;

namespace Listening.Models.Living;

/// <summary>
/// Relevance before anybody marked anything: every post is about us. No public data tell what a brand means by its own name, so this is what a company's own marks are
/// learned on top of, what their model is held against, and what stands again after a rollback.
/// </summary>
internal static class UnlearnedRelevance
{
    /// <summary>Its version.</summary>
    public const string Version = "relevance-unlearned";

    /// <summary>Its labels; what stands first is so until something else is learned.</summary>
    public static readonly IReadOnlyList<string> Labels = ["about_us", "not_us", "spam"];

    /// <summary>Its card.</summary>
    public const string Card = """
        # relevance

        Nothing was learned yet: every post that names a brand is about it, unless one of the brand's exclude terms rules it out (`author:somebody` mutes an author).

        A person's mark (`PUT /api/v1/posts/{source}/{id}/labels` with `relevance` `about_us`, `not_us` or `spam`) counts at once. From enough of them a model is trained, on
        top of this one; stored posts that nobody marked are taken as about us with half the weight. It says `not_us` or `spam` from a confidence of 0.70 on, else the post stays
        about us, and it is put into use only where it does better than this on marks that were kept apart.

        """;

    // A post is something else about once in a hundred until marks say otherwise.
    private const float AboutUs = 5;
    private const float LeastConfidence = 0.7f;

    /// <summary>The model for texts that are read with this featurizer.</summary>
    public static ModelFile Of(FeaturizerFile features) => new(
        new LinearModel(
            new ModelHead
            {
                Task = LabelTasks.Relevance, Labels = Labels, Profile = "shipped", Featurizer = features.Version, LeastConfidence = LeastConfidence,
                Sets = new Dictionary<string, int>(), Seed = 1, Temperature = 1,
            },
            [], [], [1, 1, 1], new float[features.Featurizer.DenseSize * Labels.Count], [AboutUs, 0, 0]),
        Version);
}
