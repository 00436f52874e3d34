using Listening.Classifying;
using Listening.Models.Features;
using Listening.Models.Learning;

namespace Listening.Models.Explaining;

/// <summary>
/// Takes a linear model's score apart. It is a sum over the text's features, so what each piece of the text adds is exact: a word's own weight, those of the letters
/// inside it and those of its vector count together, pairs of words stand for themselves. Weights are less the mean over all labels, because only differences decide.
/// </summary>
public sealed class TextExplainer(ModelSet models, IReadOnlyList<string> versions) : ITextExplainer
{
    private const int MostPieces = 8;

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<TaskAnswer>> Explain(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (reader, probabilities) = (new FeatureReader(models.Featurizer), new float[models.Size]);
        var answers = new List<IReadOnlyList<TaskAnswer>>(texts.Count);
        foreach (var text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.Read(text);
            models.Transform(reader, probabilities);
            var pieces = new TextPieces(reader, models.Featurizer);
            answers.Add(TopicFollowsIntent([.. models.Models.Select((model, at) => Answer(model, versions[at], reader, probabilities.AsSpan(models.StartOf(at), model.Labels), pieces))]));
        }

        return answers;
    }

    private static TaskAnswer Answer(LinearModel model, string version, FeatureReader reader, ReadOnlySpan<float> probabilities, TextPieces pieces)
    {
        var head = model.Head;
        var (label, confidence) = PostClassifier.Decide(head, reader, probabilities);
        var best = probabilities.IndexOf(confidence);
        var scores = new Dictionary<string, double>(head.Labels.Count);
        for (var at = 0; at < probabilities.Length; at++) scores[head.Labels[at]] = probabilities[at];
        var (moved, inclination) = pieces.Weigh(model, best);
        var why = moved.OrderByDescending(piece => Math.Abs(piece.Weight)).ThenBy(piece => piece.Text, StringComparer.Ordinal).Take(MostPieces).ToList();
        var rest = inclination + moved.Sum(piece => piece.Weight) - why.Sum(piece => piece.Weight);
        return new(head.Task, label, confidence, scores, version, head.Labels[best], why, rest);
    }

    // As PostClassifier says it: what is neither complaint nor question has no topic, and the reason for that is the intent's.
    private static List<TaskAnswer> TopicFollowsIntent(List<TaskAnswer> answers)
    {
        if (answers.Find(answer => answer.Task == LabelTasks.Intent) is not { Label: "praise" or "other" } intent) return answers;
        return answers.ConvertAll(answer => answer.Task == LabelTasks.Topic
            ? answer with { Label = PostLabels.NoTopic, Likeliest = PostLabels.NoTopic, P = intent.P, Why = intent.Why, Rest = intent.Rest }
            : answer);
    }
}
