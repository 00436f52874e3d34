using Listening.Access;
using Listening.Cases.Asking;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Desk.Cases;
using Listening.Desk.Replying;

namespace Listening.Web.Replying;

/// <summary>Puts questions about cases to people inside.</summary>
public sealed class Asking(CaseDesk cases, ISourceList sources, SourceOpening opening, QuestionOutbox outbox, ReplySending sending, TimeProvider time)
{
    private const int LongestText = 3_000;

    /// <summary>The names of the internal sources.</summary>
    public async Task<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken) =>
        [.. (await sources.ListAsync(cancellationToken)).Where(IsInside).Select(source => source.Name)];

    /// <summary>Takes a question.</summary>
    /// <param name="id">The case.</param>
    /// <param name="request">The question.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="home">Where the case is shown.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IResult> AskAsync(long id, AskRequest request, Actor by, Uri home, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(home);
        if (await cases.ReadAsync(id, cancellationToken) is not { Case: var about }) return ReplyProblem.NoCase();
        var text = (request.Text ?? "").Replace("\0", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (text.Length is 0 or > LongestText || text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t'))) return ReplyProblem.Faulty($"A question has 1 to {LongestText} characters.");
        var source = (await sources.ListAsync(cancellationToken)).FirstOrDefault(one => one.Name == request.Source && IsInside(one));
        if (source is null)
            return ReplyProblem.Faulty(await SourcesAsync(cancellationToken) is { Count: > 0 } names ? $"source is one of {string.Join(", ", names)}." : "No internal source is set up here.");
        var reason = await ClosedAsync(source, cancellationToken);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var question = new InsideQuestion
        {
            Id = Guid.CreateVersion7(now),
            CaseId = id,
            Channel = source.Id,
            Source = source.Name,
            Text = "",
            By = by.Name,
            Address = by.Address,
            WrittenAt = now,
            State = reason is null ? QuestionState.Waiting : QuestionState.ByHand,
            AskedAt = reason is null ? null : now,
            Reason = reason,
            Next = now,
        };
        question = await outbox.AddAsync(question with { Text = $"{text}\n\n{about.Handle} to {about.Brand}: {about.Snippet}\n{home.AbsoluteUri.TrimEnd('/')}/triage?case={id} {question.Mark}" }, cancellationToken);
        sending.Wake();
        return TypedResults.Accepted($"/api/v1/cases/{id}", QuestionView.Of(question));
    }

    private bool IsInside(ConfiguredSource source) => opening.Find(source.Kind)?.Declaration.Audience == Audience.Internal;

    private async Task<string?> ClosedAsync(ConfiguredSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await opening.OpenAsync(source.Name, source.Kind, source.Values, cancellationToken) is IQuestionChannel
                ? null
                : $"Nothing can be sent to {source.Name} from here: put the text there yourself, and the answer is brought back by its mark.";
        }
        catch (Exception fault) when (fault is SourceSettingsException or SecretUnreadableException)
        {
            return $"{source.Name} cannot be opened ({fault.Message}): put the text there yourself.";
        }
    }
}
