using System.Globalization;
using Listening.Collecting;
using Xunit;

namespace Listening.Tests.Collecting;

public sealed class PostKeyTests
{
    /// <summary>Made with Python: <c>hashlib.sha256(source.encode() + b"\0" + id.encode()).hexdigest()[:32]</c>.</summary>
    [Theory]
    [InlineData("mastodon", "1", 1, "d766b866d0c92ee880c0834b4f77a4d7")]
    [InlineData("öbb", "ü", 1, "faf0f239a5062ac885e5121440fd4d6d")]
    [InlineData("a", "x", 5000, "5e4f5710235360f2004750634d5324ca")]
    public void A_key_is_the_first_half_of_the_hash_of_source_and_id(string source, string id, int times, string hex) =>
        Assert.Equal(UInt128.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture), PostKey.Of(source, string.Concat(Enumerable.Repeat(id, times))));

    [Fact]
    public void Where_the_source_ends_matters() => Assert.NotEqual(PostKey.Of("ab", "c"), PostKey.Of("a", "bc"));
}
