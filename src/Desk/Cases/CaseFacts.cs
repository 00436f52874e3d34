using Listening.Cases;

namespace Listening.Desk.Cases;

/// <summary>What the facts say of a case; what agents did to it stays.</summary>
internal static class CaseFacts
{
    /// <summary>A new case; the opener is at hand.</summary>
    public static Case First(ToldCase told, CaseRules rules, DateTimeOffset at)
    {
        if (told is not { Opener: { } post, Latest: { } wait }) throw new ArgumentException("A new case has a wait and shows its post.", nameof(told));
        var blank = new Case
        {
            Brand = told.Brand,
            Author = told.Author,
            Conversation = told.Conversation,
            Root = told.Openers[0],
            Post = wait.Opener,
            Source = post.Shown.Identity.Source,
            PostId = post.Shown.Identity.Id,
            Handle = "",
            Snippet = "",
            OpenedAt = wait.OpenedAt,
            Due = wait.OpenedAt,
            Changed = at,
        };
        return On(blank, told, rules);
    }

    /// <summary>The case with what is known now; equal to <paramref name="before"/> when that is nothing new.</summary>
    public static Case On(Case before, ToldCase told, CaseRules rules)
    {
        if (told.Latest is not { } wait) return before with { Waiting = false };
        var next = before with
        {
            Conversation = told.Conversation,
            OpenedAt = wait.OpenedAt,
            Later = !wait.FirstOfEpisode,
            Waiting = told.Waiting,
            AnsweredAt = wait.ClosedAt,
            Rival = wait.Rival ?? "",
            RivalAt = wait.RivalAt,
        };
        if (told.Opener is { } post) next = Shown(next, wait.Opener, post);
        if (told.Opener is not null || wait.OpenedAt != before.OpenedAt) next = Promised(next, rules);
        return before.ResolvedAt is { } resolved && told.Waiting && wait.ResolvedAt is null && wait.OpenedAt > resolved
            ? next with { ResolvedAt = null, Outcome = null, Reason = null, MergedInto = null, Episode = before.Episode + 1 }
            : wait.OpenedAt > before.OpenedAt ? next with { SnoozedUntil = null } : next;
    }

    /// <summary>The case with the instant at which it is due, as it stands: a priority that changes may have a target of its own.</summary>
    public static Case Promised(Case one, CaseRules rules)
    {
        var terms = rules.Targets.Now.Of(one.OpenedAt, one.Source, one.Intent, one.Topic, one.Priority);
        // A calendar that never has so much time promises it by the clock on the wall.
        return one with { Due = (one.Later ? terms.NextDue(one.OpenedAt) : terms.FirstDue(one.OpenedAt)) ?? one.OpenedAt.AddSeconds(terms.Target.FirstAnswer) };
    }

    private static Case Shown(Case before, UInt128 opener, CasePost post) => before with
    {
        Post = opener,
        Source = post.Shown.Identity.Source,
        PostId = Clean(post.Shown.Identity.Id),
        Handle = Clean(post.Shown.Author.Handle),
        Name = Clean(post.Shown.Author.Name),
        Followers = post.Shown.Author.Followers,
        Snippet = Clean(post.Snippet),
        Language = post.Language,
        Intent = post.Intent,
        Sentiment = post.Sentiment,
        Topic = post.Topic,
    };

    // PostgreSQL keeps NUL in no text.
    private static string Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal) ?? "";
}
