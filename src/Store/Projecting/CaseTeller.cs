using Listening.Brands;
using Listening.Cases;
using Listening.Collecting;

namespace Listening.Store.Projecting;

/// <summary>Tells the desk what became of the waits for our brands. Told before the run is whole, so that a run that was cut off tells it again.</summary>
internal sealed class CaseTeller(ICaseBoard? board, BrandRegistry registry)
{
    /// <summary>Tells conversations that were told again.</summary>
    /// <param name="told">Those that have waits.</param>
    /// <param name="gone">Waits that are no more.</param>
    /// <param name="posts">Posts at hand.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task TellAsync(
        IEnumerable<ConversationWaits> told, IEnumerable<(UInt128 Conversation, WaitKey Key)> gone, IReadOnlyDictionary<UInt128, StandingPost> posts,
        CancellationToken cancellationToken)
    {
        if (board is null) return;
        // Cases are of live posts alone: an import, which brings many at once, has none to look through.
        var live = posts.Values.Where(post => post.Arrival == Arrival.Live).ToLookup(post => (post.Conversation, post.Shown.Author.Id), post => post.Key);
        var cases = told.SelectMany(conversation => Of(conversation, posts, live)).ToList();
        var here = cases.Select(found => (found.Conversation, found.Brand, found.Author)).ToHashSet();
        cases.AddRange(gone.Select(left => (left.Conversation, left.Key.Brand, left.Key.Author)).Distinct().Where(key => IsOurs(key.Brand) && !here.Contains(key))
            .Select(key => new ToldCase(key.Conversation, key.Brand, key.Author, [], null, null)));
        if (cases.Count > 0) await board.TellAsync(cases, cancellationToken);
    }

    private IEnumerable<ToldCase> Of(
        ConversationWaits conversation, IReadOnlyDictionary<UInt128, StandingPost> posts, ILookup<(UInt128 Conversation, string Author), UInt128> live) => conversation.Waits
        .Where(wait => IsOurs(wait.Wait.Brand))
        .GroupBy(wait => (wait.Wait.Brand, wait.Wait.Author))
        .Select(triple =>
        {
            var waits = triple.Select(wait => wait.Wait).OrderBy(wait => wait.Number).ToList();
            // A post that is left out by its words is in the same row of numbers, but nobody waits on it.
            var latest = waits.FindLast(wait => wait.Episode > 0) ?? waits[^1];
            var opener = posts.TryGetValue(latest.Opener, out var post) ? Shown(post) : null;
            return new ToldCase(conversation.Conversation, triple.Key.Brand, triple.Key.Author, waits.ConvertAll(wait => wait.Opener), latest, opener)
            {
                Joined = [.. live[(conversation.Conversation, triple.Key.Author)]],
            };
        });

    private bool IsOurs(string brand) => registry.KindOf(brand) == BrandKind.Own;

    private static CasePost Shown(StandingPost post) =>
        new(post.Shown with { DeletedAt = post.DeletedAt }, post.Arrival, post.Language, post.Labels["intent"], post.Labels["sentiment"], post.Labels["topic"]);
}
