using System.Net.ServerSentEvents;
using Listening.Web.Streaming;
using Xunit;

namespace Listening.Tests.Web;

public sealed class StreamMarkTests
{
    [Theory]
    [InlineData("7", true, false, 7L, null)]
    [InlineData("7", false, true, null, 7L)]
    [InlineData("7.3", true, true, 7L, 3L)]
    [InlineData(".3", true, true, null, 3L)]
    [InlineData("7", true, true, null, null)]
    [InlineData("7.3", false, true, null, null)]
    [InlineData("'; DROP TABLE cases; --", false, true, null, null)]
    [InlineData("-1", false, true, null, null)]
    [InlineData(null, true, true, null, null)]
    public void A_mark_is_read_as_it_was_written_and_anything_else_as_none(string? text, bool tiles, bool cases, long? tile, long? revision) =>
        Assert.Equal(new StreamMark(tile, revision), StreamMark.Read(text, tiles, cases));

    [Fact]
    public async Task Each_event_of_both_has_a_mark_of_both()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var seen = new List<string>();
        await foreach (var item in new StreamMark(7, 3).BothAsync(Of("tile", "8", "9"), Of("case", "4"), cancelled)) seen.Add($"{item.EventType} {item.EventId}");
        Assert.Equal(["case", "tile", "tile"], seen.Select(text => text.Split(' ')[0]).Order());
        Assert.Equal("9.4", seen[^1].Split(' ')[1]);
        Assert.Contains(seen, text => text is "tile 8.3" or "tile 8.4");
    }

    private static async IAsyncEnumerable<SseItem<string>> Of(string type, params string[] ids)
    {
        foreach (var id in ids)
        {
            await Task.Yield();
            yield return new SseItem<string>("{}", type) { EventId = id };
        }
    }
}
