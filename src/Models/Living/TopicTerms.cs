using System.Text.RegularExpressions;
using Listening.Classifying;

namespace Listening.Models.Living;

/// <summary>Tells topics by their terms, where no model learned them yet. Immutable.</summary>
internal sealed class TopicTerms
{
    private const string Version = "terms";
    private readonly bool instead;
    private readonly List<(string Name, Regex Terms)> topics;

    /// <summary>Of a taxonomy's topics, those that are no label of the model in use.</summary>
    public TopicTerms(TopicTaxonomy taxonomy, IReadOnlyList<string> learned)
    {
        topics = [.. taxonomy.Topics.Where(topic => topic.Terms.Count > 0 && !learned.Contains(topic.Name)).Select(topic => (topic.Name, Of(topic.Terms)))];
        instead = taxonomy.Instead && taxonomy.Topics.Any(topic => !learned.Contains(topic.Name));
    }

    /// <summary>Whether there is anything to do.</summary>
    public bool Any => instead || topics.Count > 0;

    /// <summary>The label after the terms were looked for; posts that have no topic keep none.</summary>
    public PostLabel Apply(PostLabel label, string text) =>
        Says(label.Task, label.Value, text) is { } said ? label with { Value = said.Name, Confidence = said.Found.Count > 0 ? 1 : 0, Model = Version } : label;

    /// <summary>The answer after the terms were looked for; the reasons for a topic are the terms that were found, each with how often.</summary>
    public TaskAnswer Apply(TaskAnswer answer, string text)
    {
        if (Says(answer.Task, answer.Label, text) is not { } said) return answer;
        var why = said.Found.CountBy(term => term, StringComparer.OrdinalIgnoreCase).OrderByDescending(term => term.Value).Select(term => new MovingPiece(term.Key, term.Value)).ToList();
        var sure = why.Count > 0 ? 1 : 0;
        return new(answer.Task, said.Name, sure, new Dictionary<string, double> { [said.Name] = sure }, Version, said.Name, why, Rest: 0);
    }

    // The topic with the most terms in the text; not sure where the taxonomy stands instead of what the model knows and none is there; null where the model's word stays.
    private (string Name, IReadOnlyList<string> Found)? Says(string task, string label, string text)
    {
        if (task != LabelTasks.Topic || label == PostLabels.NoTopic) return null;
        (string Name, IReadOnlyList<string> Found)? best = instead ? (PostLabels.NotSure, []) : null;
        foreach (var (name, terms) in topics)
            if (terms.Count(text) > (best?.Found.Count ?? 0)) best = (name, [.. terms.Matches(text).Select(match => match.Value)]);
        return best;
    }

    // Terms are a person's: they are taken literally, and no text of a stranger can make the search long.
    private static Regex Of(IReadOnlyList<string> terms) => new(
        $@"\b(?:{string.Join('|', terms.Select(term => term.EndsWith('*') ? Regex.Escape(term[..^1]) + @"\w*" : Regex.Escape(term)))})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
