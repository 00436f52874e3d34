using Listening.Cases.Replying;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Measuring;
using Listening.Storing;

namespace Listening.Cases.Asking;

/// <summary>Puts questions that are due to people inside, and looks for their answers among what their sources brought.</summary>
public sealed class QuestionRound(IQuestionOutbox outbox, ISourceList sources, SourceOpening opening, IConversationReader conversations, IPostSearch search, TimeProvider time)
{
    /// <summary>Does all that is due and says how many steps that were. Throws what the stores throw.</summary>
    public async Task<int> RunAsync(string sender, CancellationToken cancellationToken)
    {
        var done = 0;
        for (; await outbox.TakeAsync(sender, cancellationToken) is { } question; done++)
        {
            var next = question.State == QuestionState.Sending
                ? QuestionSteps.After(question, await AskAsync(question, cancellationToken), time.GetUtcNow())
                : await LookAsync(question, cancellationToken);
            await outbox.WriteAsync(question, next, cancellationToken);
        }

        return done;
    }

    private async Task<ReplyOutcome> AskAsync(InsideQuestion question, CancellationToken cancellationToken)
    {
        if (await sources.FindAsync(question.Channel, cancellationToken) is not { } source) return new ReplyRefused("The source that was asked is gone.");
        using var late = new CancellationTokenSource(ReplyTimes.LongestTry, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await opening.OpenAsync(source.Name, source.Kind, source.Values, ended.Token) is IQuestionChannel channel
                ? await channel.AskAsync(new(question.Id, question.Text, question.Mark), ended.Token)
                : new ReplyRefused($"{source.Name} takes no questions from here.");
        }
        catch (Exception fault) when (fault is SourceSettingsException or Access.SecretUnreadableException)
        {
            return new ReplyFailed(new(FailureKind.Misconfigured, fault.Message));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ReplyFailed(new(FailureKind.Unreachable, $"{source.Name} did not answer in time"));
        }
    }

    private async Task<InsideQuestion> LookAsync(InsideQuestion question, CancellationToken cancellationToken)
    {
        if (question.Post is null)
        {
            var found = await search.SearchAsync(
                new() { Filter = $"\"{question.Mark}\"", From = question.WrittenAt.AddMinutes(-5), WithInternal = true, Limit = 20 }, cancellationToken);
            if (found.Items.Where(post => post.Identity.Source == question.Source).MinBy(post => post.PostedAt) is { } put) question = QuestionSteps.Found(question, put);
        }

        if (question.Post is { } asked && await conversations.ConversationAsync(asked, cancellationToken) is { } thread && QuestionSteps.Answered(question, thread.Posts) is { } answered)
            return answered;
        return QuestionSteps.Looked(question, time.GetUtcNow());
    }
}
