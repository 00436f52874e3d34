using Listening.Access;
using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Cases;
using Listening.Measuring.Searching;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>A desk on whose board posts are told in a line.</summary>
internal sealed class RankedDesk(TestDesk desk, CaseRules? rules = null)
{
    public static readonly Actor Amy = new("amy@example.com", "192.0.2.7");

    public CaseBoard Board { get; } = new(desk.Store, rules ?? new(), desk.Time);

    public CaseDesk Cases { get; } = new(desk.Store, rules ?? new(), desk.Time);

    public CaseQueues Queues { get; } = new(desk.Store, new(), desk.Time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Tells that <paramref name="author"/> waits since now; the case's number is the how manieth it is.</summary>
    public Task TellAsync(
        ulong root, string text, string? author = null, long? followers = null, string? rival = null, string sentiment = "negative", string intent = "complaint",
        string language = "en", string source = "mastodon", string? handle = null)
    {
        author ??= $"person{root}";
        var wait = new Wait { Brand = "Acme", Author = author, Number = 1, Opener = root, OpenedAt = desk.Time.GetUtcNow(), Episode = 1, FirstOfEpisode = true, Rival = rival, RivalAt = rival is null ? null : desk.Time.GetUtcNow() };
        var post = Some.Post($"{root}", text) with { Author = new Author(author, handle ?? author) { Followers = followers }, Identity = new(source, $"{root}") };
        return Board.TellAsync([new(1000 + root, "Acme", author, [root], wait, new(post, Arrival.Live, language, intent, sentiment, "baggage"))], Cancelled);
    }

    public async Task DoAsync(long id, CaseChange change) => Assert.True((await Cases.ChangeAsync(id, change, Amy, null, Cancelled)).Done);

    public async Task<CaseFile> FileAsync(long id) => (await Cases.ReadAsync(id, Cancelled))!;

    /// <summary>The roots of the cases that a search finds, in their order.</summary>
    public async Task<int[]> FindAsync(string search, CaseView view = CaseView.NeedsAnswer) =>
        [.. (await Queues.ReadAsync(new(view, Amy.Name, SearchQuery.Parse(search, SearchSubject.Cases), null, 50), Cancelled)).Select(found => (int)found.Root)];

    /// <summary>The rows of a queue without a search.</summary>
    public Task<List<Case>> RowsAsync(CaseView view = CaseView.NeedsAnswer) => Queues.ReadAsync(new(view, Amy.Name, null, null, 50), Cancelled);
}
