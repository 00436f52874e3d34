using Listening.Classifying;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Collecting.Streaming;
using Listening.Storing;

namespace Listening.Cases.Replying;

/// <summary>
/// Sends what is due and looks for what was sent. Whatever it is cut off at, the next one goes on with the same key, and the channel asks its source before it posts again.
/// </summary>
public sealed class ReplySender(
    IReplyOutbox outbox, IReplyChannels channels, ThreadCheck threads, StreamIntake intake, IStoredPosts stored, ILabelStore labels, TimeProvider time)
{
    private const int AtOnce = 4;

    /// <summary>Does all that is due and says how many steps that were. Throws what the stores throw.</summary>
    public async Task<int> RunAsync(string sender, CancellationToken cancellationToken)
    {
        var done = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => TurnsAsync(sender, cancellationToken)));
        return done.Sum();
    }

    private async Task<int> TurnsAsync(string sender, CancellationToken cancellationToken)
    {
        var done = 0;
        for (; await outbox.TakeAsync(sender, cancellationToken) is { } reply; done++)
        {
            if (reply.State == ReplyState.Sent) await LookAsync(reply, cancellationToken);
            else await outbox.SettleAsync(reply, await SendAsync(reply, cancellationToken), cancellationToken);
        }

        return done;
    }

    private async Task<ReplyOutcome> SendAsync(CaseReply reply, CancellationToken cancellationToken)
    {
        // Only with the first try: afterwards it may be there, and only the channel can tell.
        if (reply is { Tries: 1, Thread: { } seen } && await threads.HasMovedAsync(reply.CaseId, seen, cancellationToken))
            return new ReplyRefused("Something came into the conversation before this was sent. Read it, then send again.");
        var way = await channels.ReopenAsync(reply.Channel, new(reply.Source, reply.Parent), cancellationToken);
        if (way.Channel is null) return new ReplyFailed(new(FailureKind.Misconfigured, way.Reason!));
        using var late = new CancellationTokenSource(ReplyTimes.LongestTry, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await way.Channel.SendAsync(reply.Draft, ended.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ReplyFailed(new(FailureKind.Unreachable, $"{way.Name} did not answer in time"));
        }
    }

    private async Task LookAsync(CaseReply reply, CancellationToken cancellationToken)
    {
        var seen = await IsStoredAsync(reply.Post!.Value, cancellationToken);
        if (!seen)
        {
            var way = await channels.ReopenAsync(reply.Channel, new(reply.Source, reply.Parent), cancellationToken);
            if (way.Threads is not null && await way.Threads.ReadThreadAsync(reply.Parent, null, cancellationToken) is SourcePage page)
            {
                await intake.TakeAsync([.. page.Items.Select(item => new StreamedPost(item.Post))], cancellationToken);
                seen = await IsStoredAsync(reply.Post!.Value, cancellationToken);
            }
        }

        if (seen && reply.Kind is { } kind)
            await labels.AppendAsync([new PostLabel(reply.Post!.Value, LabelTasks.AnswerKind, kind, ByPerson: true, time.GetUtcNow(), 1, reply.By)], cancellationToken);
        await outbox.LookedAsync(reply, seen, cancellationToken);
    }

    private async Task<bool> IsStoredAsync(PostId post, CancellationToken cancellationToken) => (await stored.NewestAsync([post], cancellationToken)).Count > 0;
}
