using Listening.Brands;
using Listening.Classifying;
using Listening.Collecting;
using Listening.Conversations;

namespace Listening.Store.Projecting;

/// <summary>Puts the versions of a post together.</summary>
internal sealed class PostAssembly(BrandRegistry registry, ClockRules rules)
{
    /// <summary>The post as it stands. Of equal versions the one that came last counts: it may have lost its words since.</summary>
    public StandingPost Of(UInt128 key, IReadOnlyList<StoredVersion> stored, PostLabels labels)
    {
        var versions = Newest(stored);
        var shown = versions.FirstOrDefault(version => version.Post.DeletedAt is null) ?? versions[0];
        var post = shown.Post;
        labels = labels.With(shown.Sorted);
        var firstSeen = versions.Min(version => version.FirstSeen);
        var first = versions
            .Select(version => (Instant: PostedInstant.Of(version.Post.SourcePostedAt, firstSeen, version.Arrival), version.Post.SourcePostedAt))
            .OrderBy(version => version.Instant.At).ThenBy(version => version.Instant.Clamped).ThenBy(version => version.SourcePostedAt).First();
        var account = registry.AccountOf(post);
        return new()
        {
            Key = key,
            Shown = post,
            FirstSeen = firstSeen,
            Arrival = versions.Min(version => version.Arrival),
            Posted = first.Instant,
            SourcePostedAt = first.SourcePostedAt,
            EditedAt = versions.Max(version => version.Post.EditedAt),
            DeletedAt = versions.Min(version => version.Post.DeletedAt),
            Versions = versions.Length,
            Parent = Parent(versions),
            Edges = [.. versions.SelectMany(version => Ties(version.Post)).Where(tie => tie != key).Distinct().Order()],
            Party = registry.PartyOf(post),
            Account = account,
            // A brand that has left the registry since is waited for by nobody.
            Named = shown.Kept is { } kept ? [.. kept.Brands.Where(registry.Has)] : registry.Named(post),
            Relevance = RelevanceOf(shown, labels),
            Fingerprint = account is null || post.RepostOf is not null ? 0 : shown.Kept?.Fingerprint ?? Wording.Fingerprint(post.Text),
            Labels = labels,
            Asks = labels.ByPerson(LabelTasks.Intent) ? null : labels.ModelsConfidence(LabelTasks.NeedsAnswer) is { } probability ? probability >= rules.OpensFrom : null,
        };
    }

    private static StoredVersion[] Newest(IReadOnlyList<StoredVersion> stored) => stored.Count == 1 ? [stored[0]]
        : [.. stored.GroupBy(version => version.Version).Select(same => same.MaxBy(version => version.Seq)!).OrderByDescending(version => version, NewestLast.Instance)];

    private UInt128? Parent(IEnumerable<StoredVersion> newestFirst)
    {
        foreach (var version in newestFirst.OrderBy(version => version.Post.DeletedAt is not null))
            if (Answered(version.Post) is { } id)
                return PostKey.Of(version.Post.Identity.Source, id);
        return null;
    }

    // A brand that quotes answers in public, before its own readers; anybody else's quote begins a conversation of its own.
    private string? Answered(Post post) => post.InReplyTo ?? (registry.AccountOf(post) is null ? null : post.QuoteOf);

    private IEnumerable<UInt128> Ties(Post post)
    {
        var source = post.Identity.Source;
        if (post.InReplyTo is { } parent) yield return PostKey.Of(source, parent);
        if (post.Conversation is { } root) yield return PostKey.Of(source, root);
        if (post.QuoteOf is { } quoted && registry.AccountOf(post) is not null) yield return PostKey.Of(source, quoted);
    }

    // A person's word beats the exclude terms, and these beat a model's.
    private Relevance RelevanceOf(StoredVersion shown, PostLabels labels)
    {
        var excluded = shown.Kept?.Excluded ?? registry.RelevanceOf(shown.Post) == Relevance.Excluded;
        if (excluded && !labels.ByPerson("relevance")) return Relevance.Excluded;
        return labels["relevance"] switch
        {
            "not_us" => Relevance.NotUs,
            "spam" => Relevance.Spam,
            "excluded" => Relevance.Excluded,
            _ => Relevance.AboutUs,
        };
    }
}
