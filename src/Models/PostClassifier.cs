using System.Runtime.InteropServices;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Models.Explaining;
using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Models;

/// <summary>Sorts posts with a set of models, one pass over each text.</summary>
public sealed class PostClassifier(ModelSet models, IReadOnlyList<string> versions, TimeProvider time) : IPostClassifier
{

    /// <summary>What says why, with the same models.</summary>
    public ITextExplainer Explainer => new TextExplainer(models, versions);

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
                var (value, confidence) = Decide(head, reader, probabilities.AsSpan(models.StartOf(model), head.Labels.Count));
                labels.Add(new PostLabel(post.Identity, head.Task, value, ByPerson: false, at, confidence, versions[model]));
                if (head.Task != LabelTasks.Intent) continue;
                var asks = NeedsAnswer(head, probabilities.AsSpan(models.StartOf(model), head.Labels.Count));
                labels.Add(new PostLabel(
                    post.Identity, LabelTasks.NeedsAnswer, asks >= 0.5f ? LabelTasks.Asks : LabelTasks.AsksNothing, ByPerson: false, at, asks, versions[model]));
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
            if (label.Task == LabelTasks.Intent) intent = label;
        if (intent is not { Value: "praise" or "other" }) return;
        foreach (ref var label in labels)
            if (label.Task == LabelTasks.Topic) label = label with { Value = PostLabels.NoTopic, Confidence = intent.Confidence };
    }

    // The probability that it is the one or the other: a wait opens by their sum, whichever of the two it is.
    private static float NeedsAnswer(ModelHead head, ReadOnlySpan<float> probabilities)
    {
        var sum = 0f;
        for (var label = 0; label < probabilities.Length; label++)
            if (head.Labels[label] is "complaint" or "question") sum += probabilities[label];
        return Math.Min(1, sum);
    }

    /// <summary>
    /// The label that the probabilities of a model decide for, and how sure it is. Where the text has nothing that any text had before they are only how frequent labels
    /// are: that decides nothing.
    /// </summary>
    internal static (string Value, float Confidence) Decide(ModelHead head, FeatureReader reader, ReadOnlySpan<float> probabilities)
    {
        var best = 0;
        for (var label = 1; label < probabilities.Length; label++)
            if (probabilities[label] > probabilities[best]) best = label;
        var confidence = probabilities[best];
        return (confidence >= head.LeastConfidence && !reader.Buckets.IsEmpty ? head.Labels[best] : head.Unsure, confidence);
    }
}
