using Listening.Cases;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Cases;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>A case where it does not matter which.</summary>
internal static class SomeCase
{
    /// <summary>Opens one and gives its number.</summary>
    public static async Task<long> OpenAsync(TestDesk desk)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var wait = new Wait { Brand = "Acme", Author = "ana", Number = 1, Opener = 1, OpenedAt = desk.Time.GetUtcNow(), Episode = 1 };
        var post = Some.Post("1", "Where is my bag?") with { Author = new Author("ana", "ana", "Ana Lind") };
        await new CaseBoard(desk.Store, new(), desk.Time).TellAsync([new(1001, "Acme", "ana", [1], wait, new(post, Arrival.Live, "en", "complaint", "negative", "baggage"))], cancelled);
        return Assert.Single(await new CaseQueues(desk.Store, new(), desk.Time).ReadAsync(new(CaseView.NeedsAnswer, "amy", null, null, 10), cancelled)).Id;
    }
}
