namespace Listening.Collecting.Replying;

/// <summary>What a network counts when it limits the length of a post.</summary>
public enum ReplyUnit
{
    /// <summary>Code points of Unicode.</summary>
    Characters,

    /// <summary>What a reader takes for one character (Unicode UAX #29).</summary>
    Graphemes,

    /// <summary>Graphemes, every web address as 23 and a handle without its server, as Mastodon does (docs.joinmastodon.org/user/posting/#text).</summary>
    ShortLinks,

    /// <summary>As X weighs them: an address is 23, an emoji and most scripts beside the European ones 2 (docs.x.com/fundamentals/counting-characters).</summary>
    Weighted,
}
