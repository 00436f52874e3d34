using System.Runtime.InteropServices;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Models;

/// <summary>Sorts posts with a set of models, one pass over each text.</summary>
public sealed class PostClassifier(ModelSet models, IReadOnlyList<string> versions, TimeProvider time) : IPostClassifier
{
    private const string IntentTask = "intent";
    private const string TopicTask = "topic";

    /// <summary>A classifier with every model of a folder.</summary>
    public static async Task<PostClassifier> OpenAsync(string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        var models = await ModelFiles.ModelsAsync(folder, cancellationToken);
        var features = await ModelFiles.FeaturizerAsync(folder, cancellationToken);
        return new PostClassifier(new ModelSet(features.Featurizer, [.. models.Select(model => model.Model)]), [.. models.Select(model => model.Version)], time);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PostLabel> Classify(IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var (reader, at) = (new FeatureReader(models.Featurizer), time.GetUtcNow());
        var labels = new List<PostLabel>(posts.Count * models.Models.Count);
        var probabilities = new float[models.Size];
        foreach (var post in posts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.Read(post.Text);
            models.Transform(reader, probabilities);
            var first = labels.Count;
            for (var model = 0; model < models.Models.Count; model++)
            {
                var head = models.Models[model].Head;
                var (value, confidence) = Decide(head, probabilities.AsSpan(models.StartOf(model), head.Labels.Count));
                labels.Add(new PostLabel(post.Identity, head.Task, value, ByPerson: false, at, confidence, versions[model]));
            }

            TopicFollowsIntent(CollectionsMarshal.AsSpan(labels)[first..]);
        }

        return labels;
    }

    // A topic is what a complaint or a question is about: praise and other posts have none, however sure the topic's own model is.
    private static void TopicFollowsIntent(Span<PostLabel> labels)
    {
        PostLabel? intent = null;
        foreach (var label in labels)
            if (label.Task == IntentTask) intent = label;
        if (intent is not { Value: "praise" or "other" }) return;
        foreach (ref var label in labels)
            if (label.Task == TopicTask) label = label with { Value = PostLabels.NoTopic, Confidence = intent.Confidence };
    }

    private static (string Value, float Confidence) Decide(ModelHead head, ReadOnlySpan<float> probabilities)
    {
        var best = 0;
        for (var label = 1; label < probabilities.Length; label++)
            if (probabilities[label] > probabilities[best]) best = label;
        var confidence = probabilities[best];
        return (confidence >= head.LeastConfidence ? head.Labels[best] : head.Unsure, confidence);
    }
}
