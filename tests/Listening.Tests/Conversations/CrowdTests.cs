using Xunit;

namespace Listening.Tests.Conversations;

/// <summary>Conversations of a hundred thousand posts: what is quadratic does not end here.</summary>
public sealed class CrowdTests
{
    private const int Half = 50_000;

    [Fact]
    public void One_customer_who_asks_fifty_thousand_times_is_answered_each_time()
    {
        var story = new Story();
        for (var i = 0; i < Half; i++) story.Customer((2 * i) + 1, 2 * i, brands: ["Acme"]).Brand((2 * i) + 2, (2 * i) + 1, to: (2 * i) + 1);

        var waits = story.Waits();

        Assert.Equal(Half, waits.Count);
        Assert.All(waits, wait => Assert.Equal((1, wait.OpenedAt.AddMinutes(1), wait.ClosedAt), (wait.Episode, wait.ClosedAt!.Value, wait.RepliedAt)));
    }

    [Fact]
    public void Fifty_thousand_customers_under_one_handle_wait_through_fifty_thousand_replies_to_nobody()
    {
        var story = new Story();
        for (var i = 0; i < Half; i++) story.Customer(i + 1, 0, $"author {i}", handle: "", deleted: i % 2 == 0 ? 1 : null).Brand(Half + i + 1, 2 + i);

        var waits = story.Waits();

        Assert.Equal((Half / 2, Half / 2), (waits.Count(wait => wait.CensoredAt == Story.At(1)), waits.Count(wait => wait is { ClosedAt: null, CensoredAt: null })));
    }
}
