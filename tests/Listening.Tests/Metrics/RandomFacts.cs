using Listening.Conversations;

namespace Listening.Tests.Metrics;

/// <summary>Facts by a seed: small values, so that ties, borders and empty groups happen.</summary>
internal sealed class RandomFacts(int seed)
{
    private static readonly string[] Words = ["late", "Delayed", "train", "refund", "can't", "no", "NO!", "(still)", "#outage", "Zug", "zügig", "élan", "a-b", "10"];
    private readonly Random random = new(seed);

    /// <summary>Posts of a day, in a random order of everything.</summary>
    public IReadOnlyList<SeededPost> Posts(int count, DateTimeOffset day) => [.. Enumerable.Range(0, count).Select(i => new SeededPost
    {
        Id = $"p{i}",
        PostedAt = day.AddMinutes(random.Next(24 * 60)),
        Source = Of("twitter", "mastodon", "bluesky"),
        Handle = Of("Ana", "ben", "bea", "carl"),
        Followers = random.Next(3) == 0 ? null : random.Next(100),
        Party = Of("customer", "customer", "own", "competitor", "automated"),
        Brands = Of<IReadOnlyList<string>>([], ["Acme"], ["Acme", "Rival"], ["Acme Air"]),
        Text = string.Join(Of(" ", " ", ", ", ": "), Enumerable.Range(0, random.Next(1, 7)).Select(_ => Of(Words))),
        Language = Of("en", "de", ""),
        Reply = random.Next(2) == 0,
        Repost = random.Next(6) == 0,
        Intent = Of("", "complaint", "praise"),
        Sentiment = Of("", "negative", "positive"),
        Topic = Of("", "refund", "Refund delays"),
        UseCase = Of("", "question", "sharing"),
        Lag = TimeSpan.FromSeconds(random.Next(50)),
        Backfilled = random.Next(3) == 0,
        EditedAt = random.Next(8) == 0 ? day.AddDays(1) : null,
        DeletedAt = random.Next(8) == 0 ? day.AddDays(random.Next(1, 12)) : null,
    })];

    /// <summary>Waits that these posts opened.</summary>
    public IReadOnlyList<SeededWait> Waits(IReadOnlyList<SeededPost> openers) => [.. openers.Select(Wait)];

    private SeededWait Wait(SeededPost opener)
    {
        var brand = Of("Acme", "Acme", "Acme Air", "Rival", "Other");
        var answered = Maybe(opener.PostedAt, 3);
        return new()
        {
            OpenedAt = opener.PostedAt,
            Id = opener.Id,
            Source = opener.Source,
            Author = opener.Handle,
            Language = opener.Language,
            Intent = opener.Intent,
            Sentiment = opener.Sentiment,
            Topic = opener.Topic,
            Brand = brand,
            Own = brand.StartsWith('A'),
            First = random.Next(4) > 0,
            FirstBySilence = random.Next(4) > 0,
            ClosedAt = answered,
            RepliedAt = answered,
            RivalAt = Maybe(opener.PostedAt, 2),
            CensoredAt = answered is null && random.Next(4) == 0 ? opener.PostedAt.AddMinutes(random.Next(200)) : null,
            ResolvedAt = answered is null && random.Next(6) == 0 ? opener.PostedAt.AddMinutes(random.Next(200)) : null,
            LeftOut = Of("", "", "", "", "", "not us", "spam"),
            Target = Of("default", "office"),
            DueAt = Of<DateTimeOffset?>(null, opener.PostedAt.AddHours(1), opener.PostedAt.AddHours(4)),
            ResolveDueAt = Of<DateTimeOffset?>(null, opener.PostedAt.AddHours(8)),
            Acts = Acts(opener.PostedAt),
        };
    }

    private IReadOnlyList<WorkAct> Acts(DateTimeOffset opened) =>
    [
        .. Enumerable.Range(0, random.Next(6)).Select(_ => new WorkAct(
                opened.AddMinutes(random.Next(3) == 0 ? random.Next(20 * 24 * 60) : random.Next(60)), Of(WorkActKind.Answered, WorkActKind.Resolved, WorkActKind.Resolved, WorkActKind.Reopened)))
            .OrderBy(act => act.At),
    ];

    // In one of some hours, or within a few days, or never.
    private DateTimeOffset? Maybe(DateTimeOffset opened, int inFour) =>
        random.Next(4) >= inFour ? null : opened.AddMinutes(random.Next(2) == 0 ? 10 * random.Next(12) : random.Next(5 * 24 * 60));

    private T Of<T>(params T[] values) => values[random.Next(values.Length)];
}
