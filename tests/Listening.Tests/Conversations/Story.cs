using Listening.Brands;
using Listening.Classifying;
using Listening.Conversations;

namespace Listening.Tests.Conversations;

/// <summary>A conversation told post by post; minutes count from Monday, 5 January 2026, 09:00 UTC.</summary>
internal sealed class Story
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static readonly BrandRegistry Registry = new(
    [
        new() { Name = "Acme", Kind = BrandKind.Own, Handles = ["*:acme"] },
        new() { Name = "Bolt", Kind = BrandKind.Competitor, Handles = ["*:bolt"] },
        new() { Name = "Crux", Kind = BrandKind.Competitor, Handles = ["*:crux"] },
    ]);

    private readonly List<ConversationPost> posts = [];
    private readonly List<CaseEvent> events = [];

    public static DateTimeOffset At(double minutes) => Start.AddMinutes(minutes);

    public Story Customer(int post, double minute, string author = "ana", int? to = null, string[]? brands = null, string[]? mentions = null,
        Intent? intent = null, double? deleted = null, bool repost = false, Relevance relevance = Relevance.AboutUs, string? handle = null) =>
        Add(post, minute, author, Party.Customer, null, to, brands ?? (to is null ? ["Acme"] : []), mentions, intent, deleted, repost, relevance, handle);

    public Story Brand(int post, double minute, string brand = "Acme", int? to = null, string[]? mentions = null, double? deleted = null, bool automated = false) =>
        Add(post, minute, $"{brand}-account", automated ? Party.Automated : brand == "Acme" ? Party.Own : Party.Competitor, brand, to, [], mentions, null, deleted, false, Relevance.AboutUs);

    public Story Stranger(int post, double minute, int? to = null) =>
        Add(post, minute, "other-brand", Party.OtherBrand, null, to, [], null, null, null, false, Relevance.AboutUs);

    public Story Agent(double minute, CaseEventKind kind, string? reason = null, string author = "ana")
    {
        events.Add(new(At(minute), "Acme", author, kind, reason));
        return this;
    }

    public IReadOnlyList<Wait> Waits() => ConversationClock.Run(posts, events, new ClockRules(), Registry);

    public IReadOnlyDictionary<(UInt128 Opener, string Brand), IReadOnlyList<WorkAct>> Work() => ConversationWork.Of(Waits(), posts, events);

    public IReadOnlyList<Wait> Waits(string brand) => [.. Waits().Where(wait => wait.Brand == brand)];

    private Story Add(int post, double minute, string author, Party party, string? account, int? to, string[] brands, string[]? mentions,
        Intent? intent, double? deleted, bool repost, Relevance relevance, string? handle = null)
    {
        posts.Add(new()
        {
            Post = (UInt128)post,
            PostedAt = At(minute),
            DeletedAt = deleted is { } gone ? At(gone) : null,
            Parent = to is { } parent ? (UInt128)parent : null,
            Author = author,
            Handle = handle ?? author,
            Party = party,
            Account = account,
            Brands = brands,
            Mentions = mentions ?? [],
            Repost = repost,
            Relevance = relevance,
            Intent = intent,
        });
        return this;
    }
}
