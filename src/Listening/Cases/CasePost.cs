using Listening.Collecting;

namespace Listening.Cases;

/// <summary>What a case shows of the post that opened its wait.</summary>
/// <param name="Shown">The post as it stands.</param>
/// <param name="Arrival">How it came in: what was read in from the past makes no case.</param>
/// <param name="Language">Its language; empty when unknown.</param>
/// <param name="Intent">Empty until something sorts.</param>
/// <param name="Sentiment">Empty until something sorts.</param>
/// <param name="Topic">Empty until something sorts.</param>
public sealed record CasePost(Post Shown, Arrival Arrival, string Language, string Intent, string Sentiment, string Topic)
{
    private const int Longest = 280;

    /// <summary>The beginning of its text, with no broken character; empty when it was deleted.</summary>
    public string Snippet => Shown.DeletedAt is not null ? "" : Shown.Text.Length <= Longest ? Shown.Text
        : Shown.Text[..(char.IsHighSurrogate(Shown.Text[Longest - 1]) ? Longest - 1 : Longest)];
}
