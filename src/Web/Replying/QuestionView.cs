using Listening.Cases.Asking;

namespace Listening.Web.Replying;

/// <summary>A question that was put inside.</summary>
/// <param name="Id">Its key.</param>
/// <param name="State">Where it is.</param>
/// <param name="Source">The source it is put to.</param>
/// <param name="Text">What is asked, with the case and the mark; to be put there by hand where nothing can be sent.</param>
/// <param name="Mark">The word by which it is found there.</param>
/// <param name="By">Who asks.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="Reason">Why it must be put there by hand, or could not be asked.</param>
/// <param name="AskedAt">When it stood there.</param>
/// <param name="Url">Where a person can read it.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="AnsweredBy">By whom.</param>
/// <param name="Answer">What they say.</param>
/// <param name="AnswerUrl">Where that stands.</param>
/// <param name="SecondsToAsk">From writing to standing there.</param>
/// <param name="SecondsToAnswer">From standing there to the answer.</param>
public sealed record QuestionView(
    Guid Id, QuestionState State, string Source, string Text, string Mark, string By, DateTimeOffset WrittenAt, string? Reason, DateTimeOffset? AskedAt, string? Url, DateTimeOffset? AnsweredAt,
    string? AnsweredBy, string? Answer, string? AnswerUrl, double? SecondsToAsk, double? SecondsToAnswer)
{
    /// <summary>As it stands.</summary>
    public static QuestionView Of(InsideQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new(
            question.Id, question.State, question.Source, question.Text, question.Mark, question.By, question.WrittenAt, question.Reason, question.AskedAt, question.Url, question.AnsweredAt,
            question.AnsweredBy, question.Answer, question.AnswerUrl, (question.AskedAt - question.WrittenAt)?.TotalSeconds, (question.AnsweredAt - question.AskedAt)?.TotalSeconds);
    }
}
