using Xunit;

namespace Listening.Tests.Telemetry;

/// <summary>The checker itself finds what it is there to find.</summary>
public sealed class ExpositionTests
{
    [Theory]
    [InlineData("# TYPE a gauge\na 1")]
    [InlineData("a 1\n")]
    [InlineData("# TYPE a gauge\na{b=\"x\ny\"} 1\n")]
    [InlineData("# TYPE a gauge\na{b=\"\\x\"} 1\n")]
    [InlineData("# TYPE a gauge\na{b=\"1\"} 1\na{b=\"1\"} 2\n")]
    [InlineData("# TYPE a gauge\n# TYPE b gauge\na 1\nb 1\na{c=\"\"} 2\n")]
    [InlineData("# TYPE a gauge\na one\n")]
    [InlineData("# TYPE a-b gauge\na-b 1\n")]
    [InlineData("# TYPE a rate\na 1\n")]
    [InlineData("# HELP a \\q\n# TYPE a gauge\na 1\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 1\na_sum 1\na_count 1\n")]
    [InlineData("# TYPE a histogram\na_bucket{le=\"1\"} 1\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 2\n")]
    public void What_the_format_forbids_is_found(string text) => Assert.ThrowsAny<Exception>(() => Exposition.Read(text));

    [Fact]
    public void What_the_format_allows_is_read()
    {
        var read = Exposition.Read(
            "# HELP a What \\\\ and\\n\n# TYPE a counter\na{b=\"x\\\"y\\\\\\n\"} 1\na{b=\"z\",} 2e3 1395066363000\n"
            + "# TYPE h histogram\nh_bucket{c=\"1\",le=\"0.5\"} 1\nh_bucket{c=\"1\",le=\"+Inf\"} 3\nh_sum{c=\"1\"} 2\nh_count{c=\"1\"} 3\n");

        Assert.Equal((2001, 2000, 3), (read.Value("a"), read.Value("a", "b=\"z\""), read.Value("h_count")));
    }
}
