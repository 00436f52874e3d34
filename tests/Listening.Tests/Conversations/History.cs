using System.Globalization;
using Listening.Conversations;

namespace Listening.Tests.Conversations;

/// <summary>Everything that happened in one conversation, in no order.</summary>
internal sealed record History(IReadOnlyList<ConversationPost> Posts, IReadOnlyList<CaseEvent> Events)
{
    public IReadOnlyList<Wait> Waits() => ConversationClock.Run(Posts, Events, new ClockRules(), Story.Registry);

    public History With(ConversationPost post) => this with { Posts = [.. Posts, post] };

    public History Without(ConversationPost post) => this with { Posts = [.. Posts.Where(other => other.Post != post.Post)] };

    /// <summary>The same history with one thing less, for the smallest example of a failure.</summary>
    public IEnumerable<History> Smaller() =>
        Posts.Select(Without).Concat(Events.Select(act => this with { Events = [.. Events.Where(other => !ReferenceEquals(other, act))] }));

    public override string ToString() => string.Join("\n", Posts.OrderBy(post => post.PostedAt).Select(Told).Concat(Events.OrderBy(act => act.At).Select(Told)).Prepend(""));

    private static string Told(ConversationPost post) =>
        $"  {After(post.PostedAt)} #{post.Post} {post.Author} ({post.Party}{(post.Repost ? ", repost" : "")}) → {post.Parent?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}"
        + $" @[{string.Join(' ', post.Mentions)}] names [{string.Join(' ', post.Brands)}] {post.Intent?.ToString() ?? "unsorted"} {post.Relevance}"
        + (post.DeletedAt is { } gone ? $" deleted {After(gone)}" : "");

    private static string Told(CaseEvent act) => $"  {After(act.At)} {act.Kind} {act.Brand} {act.Author} {act.Reason}";

    private static string After(DateTimeOffset at) => (at - Story.Start).ToString("c", CultureInfo.InvariantCulture);
}
