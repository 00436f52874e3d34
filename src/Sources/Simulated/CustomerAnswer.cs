using Listening.Classifying;
using Listening.Collecting;

namespace Listening.Sources.Simulated;

/// <summary>What a simulated customer says to an answer; the same to the same answer, always.</summary>
/// <param name="Text">The words, without the name in front.</param>
/// <param name="Intent">What they are to the brand; a complaint or a question makes the customer wait again.</param>
/// <param name="Sentiment">The tone.</param>
public sealed record CustomerAnswer(string Text, Intent Intent, string Sentiment)
{
    // Shorter ones say nothing that would help anybody.
    private const int Substance = 25;

    private static readonly string[] Thanks = ["Thanks, that was quick, and it helps.", "That did it, thank you!", "Good to hear. Thanks for looking into it."];
    private static readonly string[] Questions = ["Thanks, but how long will that take?", "And what if it happens again tomorrow?"];

    /// <summary>
    /// An empty phrase is a complaint more; a question is answered and leaves the customer waiting; of the others three in four help, and one brings up
    /// a question.
    /// </summary>
    /// <param name="asked">The post that was answered, the seed.</param>
    /// <param name="answer">The brand's words, without the name in front.</param>
    public static CustomerAnswer To(PostId asked, string answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Trim().Length < Substance) return new("That does not help me at all. What now?", Intent.Complaint, "negative");
        if (answer.Contains('?', StringComparison.Ordinal)) return new("Since this morning, and I tried it twice. What should I do?", Intent.Question, "neutral");
        var random = new Random(unchecked((int)(uint)PostKey.Of(asked)));
        return random.Next(4) == 0
            ? new(Questions[random.Next(Questions.Length)], Intent.Question, "neutral")
            : new(Thanks[random.Next(Thanks.Length)], Intent.Other, "positive");
    }
}
