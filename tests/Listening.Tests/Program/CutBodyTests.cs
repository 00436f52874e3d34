using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Listening.Tests.Program.Killing;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Bodies that break off at every byte: the request ends, what was said to be accepted is there, and sending the whole again makes exactly the whole.</summary>
public sealed partial class CutBodyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_may_be_cut_at_any_byte_and_is_sent_again()
    {
        using var world = new KilledWorld(offset: 11);
        await using var server = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(), Cancelled);
        using var client = await world.ClientAsync(server);
        var sent = 0;
        foreach (var way in new[] { new Way(false, false, false), new Way(true, false, false), new Way(false, true, false), new Way(true, true, false), new Way(false, false, true), new Way(true, true, true) })
        {
            var again = new List<string>();
            for (var cut = 0; cut < Wire(Lines(way, 0), way).Length; cut++)
            {
                var lines = Lines(way, cut);
                var answer = await SendAsync(server, client, Wire(lines, way), cut, way);
                again.AddRange(lines);
                // Where the end comes before the body is read the server only closes; where it answers, it tells that the body broke off and what it took nevertheless.
                if (answer.Length == 0) continue;
                Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
                Assert.Contains("The body broke off", answer, StringComparison.Ordinal);
                Assert.InRange(Accepted(answer), 0, lines.Length);
                if (!way.Gzip) Assert.Equal(Encoding.UTF8.GetString(Wire(lines, way)[..cut]).Count(letter => letter == '\n'), Accepted(answer));
            }

            var (accepted, duplicates, updated) = (await KilledWorld.SendAsync(client, again))!.Value;
            Assert.Equal((again.Count, 0), (accepted + duplicates, updated));
            sent += again.Count;
        }

        Assert.Equal((0, 1, 0), await KilledWorld.SendAsync(client, [Lines(new(false, false, false), 0)[0]]));
        // Facts follow the truth.
        for (var tries = 0; tries < 100 && await StoredAsync(client) < sent; tries++) await Task.Delay(100, Cancelled);
        Assert.Equal(sent, await StoredAsync(client));
    }

    // Ids of their own for every cut: what another cut left behind hides nothing.
    private static string[] Lines(Way way, int cut) => [.. Enumerable.Range(0, 2).Select(number =>
        $$"""{"source":"s","id":"{{way.Letters}}{{cut:D4}}-{{number}}","author":{"id":"a"},"text":"a","postedAt":"2026-01-05T09:12:44Z"}""")];

    private static byte[] Wire(string[] lines, Way way)
    {
        var plain = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        if (!way.Gzip) return plain;
        using var small = new MemoryStream();
        using (var gzip = new GZipStream(small, CompressionLevel.Fastest)) gzip.Write(plain);
        return small.ToArray();
    }

    private static async Task<string> SendAsync(RunningServer server, HttpClient client, byte[] body, int cut, Way way)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", server.Client.BaseAddress!.Port, Cancelled);
        await using var stream = new NetworkStream(socket);
        var size = way.Chunked ? "Transfer-Encoding: chunked" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/v1/posts?arrival=backfill HTTP/1.1\r\nHost: 127.0.0.1:{server.Client.BaseAddress.Port}\r\nConnection: close\r\nAuthorization: {client.DefaultRequestHeaders.Authorization}\r\n"
            + $"Content-Type: application/x-ndjson\r\n{(way.Gzip ? "Content-Encoding: gzip\r\n" : "")}{size}\r\n\r\n"), Cancelled);
        if (way.Chunked && cut > 0) await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{cut:x}\r\n")), Cancelled);
        await stream.WriteAsync(body.AsMemory(0, cut), Cancelled);
        if (way.Chunked && cut > 0) await stream.WriteAsync("\r\n"u8.ToArray(), Cancelled);
        if (way.Reset)
        {
            socket.LingerState = new(true, 0);
            return "";
        }

        socket.Shutdown(SocketShutdown.Send);
        try
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return await reader.ReadToEndAsync(Cancelled);
        }
        catch (IOException)
        {
            // A reset is an end as well.
            return "";
        }
    }

    private static int Accepted(string answer) => int.Parse(AcceptedPattern().Match(answer).Groups[1].Value, CultureInfo.InvariantCulture);

    private static async Task<int> StoredAsync(HttpClient client)
    {
        var (count, cursor) = (0, "");
        do
        {
            using var page = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync(new Uri($"/api/v1/posts?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&limit=200{(cursor.Length == 0 ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", UriKind.Relative), Cancelled));
            count += page.RootElement.GetProperty("items").GetArrayLength();
            cursor = page.RootElement.TryGetProperty("nextCursor", out var next) ? next.GetString() ?? "" : "";
        }
        while (cursor.Length > 0);
        return count;
    }

    [GeneratedRegex("\"accepted\":(\\d+)")]
    private static partial Regex AcceptedPattern();

    private sealed record Way(bool Gzip, bool Chunked, bool Reset)
    {
        public string Letters => (Gzip ? "g" : "p") + (Chunked ? "c" : "l") + (Reset ? "r" : "f");
    }
}
