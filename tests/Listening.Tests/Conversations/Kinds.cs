using Listening.Conversations;
using Xunit;

namespace Listening.Tests.Conversations;

/// <summary>Counts what random histories were made of: a test of a thousand histories in which nobody is ever answered shows nothing.</summary>
internal sealed class Kinds
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Count(History history, IReadOnlyList<Wait> waits)
    {
        Add("two posts at one instant", history.Posts.DistinctBy(post => post.PostedAt).Count() < history.Posts.Count);
        Add("no wait", waits.Count == 0);
        foreach (var wait in waits)
        {
            var answer = history.Posts.SingleOrDefault(post => post.Post == wait.ClosedBy);
            Add("open", wait is { ClosedAt: null, CensoredAt: null, ResolvedAt: null, LeftOut: "" });
            Add("answered by mention", answer is { Mentions.Count: > 0 });
            Add("answered by parent", answer is { Parent: not null, Mentions.Count: 0 });
            Add("answered as the single open one", answer is { Parent: null, Mentions.Count: 0 });
            Add("answered under a parent never seen", answer?.Parent == (UInt128)1000 && answer.Mentions.Count == 0);
            Add("answered early", wait.Skewed);
            Add("answered after a resolve", wait.ClosedAt > wait.ResolvedAt);
            Add("deleted unanswered", wait.CensoredAt is not null);
            Add("resolved unanswered", wait is { ResolvedAt: not null, ClosedAt: null, LeftOut: "" });
            Add("second episode by silence", wait is { SilenceEpisode: > 1, FirstOfSilenceEpisode: true });
            Add("second episode by a resolve only", wait is { Episode: > 1, FirstOfEpisode: true, FirstOfSilenceEpisode: false });
            Add("second wait of an episode", wait is { Episode: > 0, FirstOfEpisode: false });
            Add("competitor first", wait.RivalAt < wait.RepliedAt);
            Add("we first", wait.RepliedAt < wait.RivalAt);
            Add("competitor only", wait is { RivalAt: not null, RepliedAt: null });
            Add("a competitor is waited for", wait.Brand != "Acme");
            Add("helped", wait.HelpedAt is not null);
            Add("a machine replied", wait.AutomatedAt is not null);
            Add("replied in a later wait", wait.RepliedAt is not null && wait.ClosedAt is null);
            Add($"left out: {wait.LeftOut}", wait.LeftOut.Length > 0);
        }
    }

    public void AssertEachIsThere(int least)
    {
        Assert.Equal(["left out: excluded", "left out: no answer needed", "left out: no answer needed: a joke", "left out: not us", "left out: spam"],
            counts.Keys.Where(kind => kind.StartsWith("left out", StringComparison.Ordinal) && kind != "left out: "));
        Assert.All(counts.Where(kind => kind.Key != "left out: "), kind => Assert.True(kind.Value >= least, $"{kind.Key}: {kind.Value}"));
    }

    private void Add(string kind, bool there) => counts[kind] = counts.GetValueOrDefault(kind) + (there ? 1 : 0);
}
