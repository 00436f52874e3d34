using Listening.Storing;
using Listening.Web.Reading;
using Listening.Web.Replying;

namespace Listening.Web.Cases;

/// <summary>Everything that is shown of a case.</summary>
/// <param name="Id">The number that was asked for; of a case that was merged <paramref name="Detail"/> is the one that goes on.</param>
/// <param name="Detail">As <c>GET /cases/{id}</c> has it.</param>
/// <param name="Conversation">As <c>GET /conversations/…</c> has it; null when who asks may see none of it.</param>
/// <param name="Post">As <c>GET /posts/…</c> has it; null when who asks may not see it.</param>
/// <param name="Composer">As <c>GET /cases/{id}/composer</c> has it.</param>
public sealed record CaseFileView(long Id, CaseDetail Detail, ConversationView? Conversation, PostView? Post, ComposerView Composer);
