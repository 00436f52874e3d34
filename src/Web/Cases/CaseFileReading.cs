using System.Security.Claims;
using Listening.Cases;
using Listening.Cases.Replying;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Storing;
using Listening.Web.Pictures;
using Listening.Web.Reading;
using Listening.Web.Replying;
using Listening.Web.Security;

namespace Listening.Web.Cases;

/// <summary>
/// Reads several cases with all that the screen shows of them. The store is asked by key, once for all of them: its price is by question and hardly by row, so that ten cases cost
/// little more than one.
/// </summary>
public sealed class CaseFileReading(CaseDetails details, IConversationReader conversations, ReplyWriting writing, Asking asking, ITextExplainer? explainer = null)
{
    /// <summary>The cases in this order, as <paramref name="user"/> may see them; those that there are not are left out.</summary>
    public async Task<IReadOnlyList<CaseFileView>> ReadAsync(IReadOnlyList<long> ids, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var found = new List<(long Id, CaseDetail Detail, IReadOnlyList<CaseReply> Replies)>(ids.Count);
        foreach (var id in ids)
            if (await FollowAsync(id, cancellationToken) is var (detail, replies)) found.Add((id, detail, replies));
        if (found.Count == 0) return [];
        var posts = await conversations.FilesAsync([.. found.Select(one => PostOf(one.Detail.Case))], cancellationToken);
        var inside = await asking.SourcesAsync(cancellationToken);
        Sight? sight = user.Has(Scopes.Read) ? Sight.Of(user) : null;
        var files = new List<CaseFileView>(found.Count);
        foreach (var (id, detail, replies) in found)
        {
            var file = posts.GetValueOrDefault(PostOf(detail.Case));
            var thread = new CaseThread(detail.Case, [.. (file?.Conversation.Posts ?? []).Where(post => post.Audience == Audience.Public)], replies);
            var composer = await writing.ComposeAsync(thread, cancellationToken) with { Inside = inside, Approval = writing.Holds(user.Has(Scopes.Approve)) };
            files.Add(new(id, detail, Seen(file, sight), PostSeen(file, sight, cancellationToken), composer));
        }

        return files;
    }

    private async Task<(CaseDetail Detail, IReadOnlyList<CaseReply> Replies)?> FollowAsync(long id, CancellationToken cancellationToken)
    {
        var found = await details.ReadAsync(id, cancellationToken);
        return found is { Detail.Case.MergedInto: { } into } ? await details.ReadAsync(into, cancellationToken) ?? found : found;
    }

    private static ConversationView? Seen(ThreadFile? file, Sight? sight)
    {
        if (file is null || sight is not { } sees) return null;
        var posts = file.Conversation.Posts.Where(sees.Sees).ToList();
        return posts.Count == 0 ? null : file.Conversation with { Posts = ShownPictures.With(posts, file.Newest) };
    }

    private PostView? PostSeen(ThreadFile? file, Sight? sight, CancellationToken cancellationToken) => file?.History is { } post && sight?.Sees(post.Current) == true
        ? new(post.Current, post.Versions, LabelView.Of(post.Labels, post.Current.Text, explainer, cancellationToken))
        : null;

    private static PostId PostOf(Case one) => new(one.Source, one.PostId);
}
