using Listening.Sources.Bluesky;
using Xunit;

namespace Listening.Tests.Sources.Bluesky;

public sealed class TidTests
{
    private const string Alphabet = "234567abcdefghijklmnopqrstuvwxyz";

    [Fact]
    public void A_draft_has_one_key_with_the_instant_of_its_own()
    {
        var made = new DateTimeOffset(2026, 11, 29, 18, 30, 0, 123, TimeSpan.Zero);
        var id = Guid.CreateVersion7(made);

        var key = Tid.Of(id);

        Assert.Equal(key, Tid.Of(id));
        Assert.Matches("^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$", key);
        Assert.Equal(made.ToUnixTimeMilliseconds(), (long)(Number(key) >> 10) / 1000);
    }

    [Fact]
    public void Drafts_of_one_millisecond_and_those_without_an_instant_have_keys_of_their_own()
    {
        var made = new DateTimeOffset(2026, 11, 29, 18, 30, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7(made)).Concat(Enumerable.Range(0, 100).Select(i => new Guid(i, 1, 2, new byte[8])));

        Assert.Equal(200, ids.Select(Tid.Of).Distinct().Count());
    }

    private static ulong Number(string key) => key.Aggregate(0UL, (number, letter) => (number << 5) | (uint)Alphabet.IndexOf(letter, StringComparison.Ordinal));
}
