using Listening.Access;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Storing;
using Listening.Web.Security;

namespace Listening.Web.Classifying;

/// <summary>Keeps what persons say of posts, with an entry in the audit log, and lets the facts follow.</summary>
internal sealed class LabelDesk(IConversationReader posts, ILabelStore store, ProjectingLoop projecting, IAuditLog audit, TimeProvider time)
{
    /// <summary>Appends the labels of whoever asks; null takes back. False when the post is not stored or not theirs to see.</summary>
    public async Task<bool> SayAsync(PostId post, IReadOnlyDictionary<string, string?> labels, HttpContext http, CancellationToken cancellationToken)
    {
        if (await posts.PostAsync(post, cancellationToken) is not { } found || !Sight.Of(http.User).Sees(found.Current)) return false;
        var (at, who) = (time.GetUtcNow(), http.Actor().Name);
        await store.AppendAsync([.. labels.Select(label => new PostLabel(post, label.Key, label.Value ?? "", ByPerson: true, at, 1, who))], cancellationToken);
        await audit.RecordAsync(http.Entry(time, "post.label", post.ToString(), Before(found.Current, labels), After(labels)), cancellationToken);
        projecting.Wake();
        return true;
    }

    private static string? Before(StoredPost post, IReadOnlyDictionary<string, string?> labels) =>
        labels.Keys.Where(post.Labels.ContainsKey).Select(task => $"{task} {post.Labels[task]}").ToList() is { Count: > 0 } known ? string.Join(", ", known) : null;

    private static string? After(IReadOnlyDictionary<string, string?> labels) =>
        labels.Where(label => label.Value is not null).Select(label => $"{label.Key} {label.Value}").ToList() is { Count: > 0 } said ? string.Join(", ", said) : null;
}
