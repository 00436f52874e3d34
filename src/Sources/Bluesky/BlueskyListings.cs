using Listening.Collecting.Pulling;

namespace Listening.Sources.Bluesky;

/// <summary>
/// What is listened to. All listings go by the author's instant, or that of the indexing where it is older: a post may come in anywhere below the newest, so none of them has an order that
/// can be relied on.
/// </summary>
/// <param name="Handles">Whose posts are read, the account's own first: answers that were sent elsewhere, and competitors'.</param>
/// <param name="Phrases">What is searched for.</param>
internal sealed record BlueskyListings(IReadOnlyList<string> Handles, IReadOnlyList<string> Phrases)
{
    public const string Mentions = "mentions";

    /// <summary>The listings: mentions, feeds and searches.</summary>
    public IReadOnlyList<SourceStream> Streams { get; } =
    [
        new(Mentions, PageDirection.Backward),
        .. Handles.Select(handle => new SourceStream($"{FeedOf}{handle}", PageDirection.Backward)),
        .. Phrases.Select(phrase => new SourceStream($"{SearchFor}{phrase}", PageDirection.Backward)),
    ];

    private const string FeedOf = "feed of ";
    private const string SearchFor = "search for ";

    /// <summary>Whose feed a listing is; null when it is none.</summary>
    public static string? Handle(string stream) => After(stream, FeedOf);

    /// <summary>What a listing searches for; null when it is no search.</summary>
    public static string? Phrase(string stream) => After(stream, SearchFor);

    private static string? After(string stream, string beginning) => stream.StartsWith(beginning, StringComparison.Ordinal) ? stream[beginning.Length..] : null;
}
