using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Listening.Tests.Program.Killing;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Bodies that would not fit into memory.</summary>
public sealed class HugeBodyTests
{
    private const int Piece = 1 << 20, Pieces = 1024;
    private const long MostGrowth = 300L << 20;
    private const string Good = """{"source":"s","id":"good-@","author":{"id":"a"},"text":"hm","postedAt":"2026-01-05T09:12:44Z"}""";

    [Fact]
    public async Task A_line_of_a_gigabyte_plain_or_as_a_gzip_bomb_costs_only_itself_and_little_memory()
    {
        using var world = new KilledWorld(offset: 6);
        await using var server = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(), TestContext.Current.CancellationToken);
        using var client = await world.ClientAsync(server);
        Assert.Equal((1, 0, 0), await KilledWorld.SendAsync(client, [Good.Replace('@', '0')]));
        var before = server.MostMemory;
        foreach (var zip in new[] { false, true })
        {
            using var content = new Gigabyte(zip);
            content.Headers.ContentType = new("application/x-ndjson");
            if (zip) content.Headers.ContentEncoding.Add("gzip");
            using var response = await client.PostAsync(new Uri("/api/v1/posts?arrival=backfill", UriKind.Relative), content, TestContext.Current.CancellationToken);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            Assert.Equal((2, 1), (answer.GetProperty("accepted").GetInt32() + answer.GetProperty("duplicates").GetInt32(), answer.GetProperty("rejectedTotal").GetInt32()));
            Assert.Equal("is longer than 1 MiB", answer.GetProperty("rejected")[0].GetProperty("reason").GetString());
        }

        Assert.InRange(server.MostMemory - before, 0, MostGrowth);
    }

    /// <summary>A post, a line of a gigabyte and a post, written as it goes.</summary>
    private sealed class Gigabyte(bool zip) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await using var gzip = zip ? new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true) : null;
            var output = gzip ?? stream;
            await output.WriteAsync(Encoding.UTF8.GetBytes(Good.Replace('@', '1') + "\n{\"text\":\""));
            var piece = new byte[Piece];
            Array.Fill(piece, (byte)'x');
            for (var number = 0; number < Pieces; number++) await output.WriteAsync(piece);
            await output.WriteAsync(Encoding.UTF8.GetBytes("\"}\n" + Good.Replace('@', '2')));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
