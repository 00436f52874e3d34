using Listening.Collecting;
using Listening.Collecting.Replying;
using Listening.Conversations;
using Listening.Sources.Simulated;
using Listening.Storing;

namespace Listening.Web.Demo;

/// <summary>Answers a simulated customer, who then answers back.</summary>
public sealed class DemoReplyChannel(IConversationReader reader, IStoredPosts stored, DemoReplies replies, DemoCustomers customers) : IReplyChannel
{
    /// <summary>Whether the post is of the simulation.</summary>
    public async Task<bool> IsOfAsync(PostId post, CancellationToken cancellationToken) =>
        (await stored.NewestAsync([post], cancellationToken)).Any(found => found.Channel == SimulatedWorld.Channel);

    /// <inheritdoc/>
    public async Task<ReplyOutcome> SendAsync(ReplyDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var identity = new PostId(draft.Parent.Source, $"demo-{draft.OutboxId:n}");
        if ((await stored.NewestAsync([identity], cancellationToken)) is [var there]) return new ReplySent(identity, there.Url);
        var asked = (await reader.PostAsync(draft.Parent, cancellationToken))?.Current;
        if (asked is null || asked.Party != Party.Customer || asked.DeletedAt is not null) return new ReplyRefused("Only a customer's post that is still there can be answered.");
        var reply = await replies.ReplyAsync(asked, draft.Text, identity.Id, cancellationToken);
        customers.Expect(asked, reply);
        return new ReplySent(identity, reply.Url);
    }
}
