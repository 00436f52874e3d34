using Listening.Collecting;
using Listening.Store;
using Xunit;

namespace Listening.Tests.Store;

/// <summary>"No" is certain, "yes" is seldom wrong.</summary>
public sealed class SeenKeysTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [InlineData(600_000)]
    public void What_was_taken_in_is_never_denied_and_less_than_half_a_percent_of_the_rest_is_taken_for_it(int count)
    {
        var seen = new SeenKeys();
        seen.Add(Keys("seen", count));
        Assert.All(Keys("seen", count), key => Assert.True(seen.MayHave(key)));
        Assert.InRange(Keys("other", 20_000).Count(seen.MayHave), 0, 99);
    }

    [Fact]
    public void Nothing_is_seen_before_the_first()
    {
        Assert.False(new SeenKeys().MayHave(PostKey.Of("mastodon", "1")));
    }

    [Fact]
    public void Threads_that_add_at_once_lose_nothing()
    {
        var seen = new SeenKeys();
        Parallel.For(0, 8, part => seen.Add(Keys($"part-{part}", 5_000)));
        for (var part = 0; part < 8; part++) Assert.All(Keys($"part-{part}", 5_000), key => Assert.True(seen.MayHave(key)));
    }

    private static IEnumerable<UInt128> Keys(string source, int count) => Enumerable.Range(0, count).Select(i => PostKey.Of(source, $"{i}"));
}
