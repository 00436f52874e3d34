using Listening.Collecting;

namespace Listening.Tests.Collecting;

/// <summary>Posts of every shape from a seeded generator, each within the limits.</summary>
internal static class RandomPost
{
    private static readonly string[] Pieces =
        ["a", "Z", " ", "\"", "\\", "\n", "\t", "\0", "\u001f", "é", "ß", "中", "\u2028", "\u202e", "🤥", "💯", "</script>", "&amp;", "@acme", "#down", "'"];

    public static Post Next(Random random) => new()
    {
        Identity = new(Name(random), Name(random)),
        Author = new(Name(random), Name(random), Maybe(random), MaybeCount(random), random.Next(2) == 0, random.Next(2) == 0),
        Text = Text(random, random.Next(300)),
        Html = Maybe(random),
        SourcePostedAt = Instant(random),
        EditedAt = random.Next(2) == 0 ? null : Instant(random),
        DeletedAt = random.Next(2) == 0 ? null : Instant(random),
        InReplyTo = Maybe(random),
        QuoteOf = Maybe(random),
        RepostOf = Maybe(random),
        Conversation = Maybe(random),
        Audience = (Audience)random.Next(2),
        Channel = Maybe(random),
        Language = Maybe(random),
        Url = Maybe(random),
        Mentions = Names(random),
        Tags = Names(random),
        Attachments = [.. Names(random).Select(name => new Attachment(name, Maybe(random), Maybe(random)))],
        Counts = new(MaybeCount(random), MaybeCount(random), MaybeCount(random), MaybeCount(random)),
    };

    private static DateTimeOffset Instant(Random random) => PostLimits.Earliest.AddMilliseconds(random.NextInt64((long)(PostLimits.Latest - PostLimits.Earliest).TotalMilliseconds));

    private static string Text(Random random, int pieces) => string.Concat(Enumerable.Range(0, pieces).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Name(Random random) => "n" + Text(random, random.Next(12));

    private static string? Maybe(Random random) => random.Next(2) == 0 ? null : Text(random, random.Next(12));

    private static long? MaybeCount(Random random) => random.Next(2) == 0 ? null : random.NextInt64(long.MinValue, long.MaxValue);

    private static string[] Names(Random random) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => Name(random))];
}
