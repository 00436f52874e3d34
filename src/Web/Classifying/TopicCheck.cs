using Listening.Classifying;
using Listening.Models.Living;

namespace Listening.Web.Classifying;

/// <summary>What topics of one's own may be.</summary>
internal static class TopicCheck
{
    private const int MostTopics = 100;
    private const int MostTerms = 200;
    private const int Longest = 60;

    public static (string Place, string Reason)? Fault(TopicTaxonomy body)
    {
        if (body.Topics is null) return ("topics", "It is a list of topics, empty for none.");
        if (body.Topics.Count > MostTopics) return ("topics", $"{MostTopics} topics are the most.");
        if (body.Instead && body.Topics.Count < 2) return ("topics", "At least two topics take the place of the shipped ones.");
        for (var at = 0; at < body.Topics.Count; at++)
        {
            var topic = body.Topics[at];
            if (topic is not { Name.Length: > 0 and <= Longest } || topic.Name.Any(letter => letter is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '_')) || topic.Name is PostLabels.NotSure or PostLabels.NoTopic)
                return ($"topics[{at}].name", "A name is 1 to 60 of a to z, 0 to 9 and _, and neither none nor not_sure.");
            if (body.Topics.Take(at).Any(other => other.Name == topic.Name)) return ($"topics[{at}].name", "This name is there twice.");
            if (topic.Terms is null || topic.Terms.Count > MostTerms || topic.Terms.Any(term => term is not { Length: > 0 and <= Longest } || term.Trim('*', ' ').Length == 0))
                return ($"topics[{at}].terms", $"Terms are at most {MostTerms}, each of 1 to {Longest} characters.");
        }

        return null;
    }

    public static string Said(TopicTaxonomy topics) =>
        $"{(topics.Instead ? "instead of the shipped ones" : "beside the shipped ones")}: {string.Join(", ", topics.Topics.Select(topic => topic.Name))}";
}
