using FsCheck;
using FsCheck.Fluent;
using Listening.Classifying;
using Listening.Conversations;

namespace Listening.Tests.Conversations;

/// <summary>
/// Random histories: up to 12 posts by three customers, two accounts of ours, a machine of ours, two competitors, a stranger's brand and an
/// employee; up to four acts of agents. Instants lie on a coarse grid, so that many are equal and silences last exactly seven days.
/// </summary>
internal static class Histories
{
    private const int MostPosts = 12;
    private const int MostActs = 4;
    private static readonly string[] Customers = ["ana", "ben", "cyd"];
    private static readonly Gen<Role> Roles = Gen.Frequency(
        (5, Gen.Elements(Customers).Select(name => new Role(name, Party.Customer, null))),
        (3, Gen.Elements("acme-help", "acme-uk").Select(name => new Role(name, Party.Own, "Acme"))),
        (1, Gen.Constant(new Role("acme-help", Party.Automated, "Acme"))),
        (2, Gen.Elements("Bolt", "Crux").Select(name => new Role(name, Party.Competitor, name))),
        (1, Gen.Elements(new Role("other", Party.OtherBrand, null), new Role("eva", Party.Employee, null))));

    private static readonly Gen<TimeSpan> Grid = Gen.Elements(TimeSpan.FromSeconds(1), TimeSpan.FromHours(5), TimeSpan.FromDays(1), TimeSpan.FromDays(3.5));
    private static readonly Gen<IReadOnlyList<string>> Named = Gen.Frequency<IReadOnlyList<string>>(
        (4, Gen.Constant<IReadOnlyList<string>>(["Acme"])), (2, Gen.Constant<IReadOnlyList<string>>([])), (2, Gen.Constant<IReadOnlyList<string>>(["Acme", "Bolt"])),
        (1, Gen.Constant<IReadOnlyList<string>>(["Bolt", "Crux"])));
    private static readonly Gen<IReadOnlyList<string>> Mentioned = Gen.Frequency<IReadOnlyList<string>>(
        (4, Gen.Constant<IReadOnlyList<string>>([])), (2, Gen.Elements("ANA", "Ben", "cyd", "nobody").Select(name => (IReadOnlyList<string>)[name])),
        (1, Gen.Elements<IReadOnlyList<string>>(["Ana", "BEN"], ["cyd", "acme-help"])));
    private static readonly Gen<Relevance> Relevances = Gen.Frequency((8, Gen.Constant(Relevance.AboutUs)), (1, Gen.Elements(Relevance.NotUs, Relevance.Spam, Relevance.Excluded)));
    private static readonly Gen<Intent?> Intents = Gen.Frequency(
        (4, Gen.Constant<Intent?>(null)), (3, Gen.Elements<Intent?>(Intent.Complaint, Intent.Question)), (1, Gen.Elements<Intent?>(Intent.Praise, Intent.Other)));

    public static Arbitrary<History> Any { get; } = Arb.From(One(), history => history.Smaller());

    private static Gen<History> One() =>
        from grid in Grid
        from count in Gen.Choose(1, MostPosts)
        from posts in Gen.CollectToList(Enumerable.Range(1, count), number => Post(number, grid))
        from acts in Gen.Choose(0, MostActs)
        from events in Gen.ListOf(Act(grid), acts)
        select new History([.. posts], [.. events]);

    private static Gen<ConversationPost> Post(int number, TimeSpan grid) =>
        from role in Roles
        from slot in Gen.Choose(0, MostPosts)
        from kept in Gen.Choose(-16, 4)
        from parent in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(1000)), (6, Gen.Choose(0, number - 1)))
        from mentions in Mentioned
        from brands in Named
        from repost in Gen.Frequency((12, Gen.Constant(false)), (1, Gen.Constant(true)))
        from relevance in Relevances
        from intent in Intents
        select new ConversationPost
        {
            Post = (UInt128)number,
            PostedAt = Story.Start + (slot * grid),
            DeletedAt = kept < 0 ? null : Story.Start + ((slot + kept) * grid),
            Parent = parent == 0 ? null : (UInt128)parent,
            Author = role.Author,
            Handle = role.Author,
            Party = role.Party,
            Account = role.Account,
            Brands = role.Party == Party.Customer ? brands : [],
            Mentions = mentions,
            Repost = repost,
            Relevance = relevance,
            Intent = intent,
        };

    private static Gen<CaseEvent> Act(TimeSpan grid) =>
        from slot in Gen.Choose(0, MostPosts)
        from brand in Gen.Frequency((5, Gen.Constant("Acme")), (1, Gen.Constant("Bolt")))
        from author in Gen.Elements(Customers)
        from kind in Gen.Elements(CaseEventKind.Assigned, CaseEventKind.Resolved, CaseEventKind.Resolved, CaseEventKind.NoAnswerNeeded, CaseEventKind.Reopened)
        from reason in Gen.Elements("a joke", null)
        select new CaseEvent(Story.Start + (slot * grid), brand, author, kind, reason);

    private sealed record Role(string Author, Party Party, string? Account);
}
