using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Listening.Tests.Program.Killing;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Bodies that dribble: what was complete is stored and counted, nothing half of it, and others are served meanwhile.</summary>
public sealed class BrokenBodyTests
{
    private static readonly string[] Lines = [.. Enumerable.Range(0, 10).Select(number =>
        $$"""{"source":"s","id":"{{number}}","author":{"id":"a"},"text":"number {{number}}","postedAt":"2026-01-05T09:12:44Z"}""")];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_dribbles_a_byte_a_second_is_told_so_while_others_are_served()
    {
        using var world = new KilledWorld(offset: 7);
        await using var server = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(), Cancelled);
        using var client = await world.ClientAsync(server);
        await using var sender = await SendAsync(server, client, Encoding.UTF8.GetBytes(Cut()), length: 100_000);
        using var answered = new CancellationTokenSource();
        var dribbling = DribbleAsync(sender, answered.Token);
        Assert.Equal((1, 0, 0), await KilledWorld.SendAsync(client, [Lines[9]]));
        var (status, answer) = await AnswerAsync(sender);
        await answered.CancelAsync();
        await dribbling;
        Assert.Equal((408, 9, 0), (status, answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejectedTotal").GetInt32()));
        Assert.Contains("240 bytes a second", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal((0, 10, 0), await KilledWorld.SendAsync(client, Lines));
    }

    [Fact]
    public async Task Whoever_sends_much_and_then_falls_silent_is_told_so_too()
    {
        using var world = new KilledWorld(offset: 8);
        await using var server = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(), Cancelled);
        using var client = await world.ClientAsync(server);
        // At 240 bytes a second on the average this would be waited for eleven minutes.
        var much = string.Concat(Enumerable.Repeat(Lines[0] + "\n", 1500));
        await using var sender = await SendAsync(server, client, Encoding.UTF8.GetBytes(much), length: 10_000_000);
        var (status, answer) = await AnswerAsync(sender);
        Assert.Equal((408, 1, 1499), (status, answer.GetProperty("accepted").GetInt32(), answer.GetProperty("duplicates").GetInt32()));
        Assert.Contains("nothing came for 20 seconds", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_still_comes_in_does_not_keep_the_server_from_ending()
    {
        using var world = new KilledWorld(offset: 9);
        await using var server = await RunningServer.StartAsync(world.Data, KilledWorld.Settings(), Cancelled);
        using var client = await world.ClientAsync(server);
        await using var sender = await SendAsync(server, client, Encoding.UTF8.GetBytes(Cut()), length: 100_000);
        Assert.Equal((1, 0, 0), await KilledWorld.SendAsync(client, [Lines[9]]));
        var stopping = server.StopAsync();
        var (status, answer) = await AnswerAsync(sender);
        Assert.Equal((503, 9), (status, answer.GetProperty("accepted").GetInt32()));
        Assert.Equal(0, await stopping);
    }

    // Nine lines and half of the tenth.
    private static string Cut() => string.Join('\n', Lines[..9]) + "\n" + Lines[9][..40];

    private static async Task<NetworkStream> SendAsync(RunningServer server, HttpClient client, byte[] body, int length)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", server.Client.BaseAddress!.Port, Cancelled);
        var sender = new NetworkStream(socket, ownsSocket: true);
        var head = string.Create(CultureInfo.InvariantCulture,
            $"POST /api/v1/posts?arrival=backfill HTTP/1.1\r\nHost: 127.0.0.1:{server.Client.BaseAddress.Port}\r\nConnection: close\r\nAuthorization: {client.DefaultRequestHeaders.Authorization}\r\n")
            + $"Content-Type: application/x-ndjson\r\nContent-Length: {length}\r\nExpect: 100-continue\r\n\r\n";
        await sender.WriteAsync(Encoding.ASCII.GetBytes(head), Cancelled);
        // Said when the body begins to be read.
        const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";
        var said = new byte[Continue.Length];
        await sender.ReadExactlyAsync(said, Cancelled);
        Assert.Equal(Continue, Encoding.ASCII.GetString(said));
        await sender.WriteAsync(body, Cancelled);
        return sender;
    }

    private static async Task DribbleAsync(NetworkStream stream, CancellationToken answered)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), answered);
                await stream.WriteAsync(" "u8.ToArray(), answered);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The server has answered.
        }
    }

    private static async Task<(int Status, JsonElement Answer)> AnswerAsync(NetworkStream sender)
    {
        using var reader = new StreamReader(sender, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync(Cancelled);
        var body = text[text.IndexOf('{', StringComparison.Ordinal)..(text.LastIndexOf('}') + 1)];
        return (int.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture), JsonDocument.Parse(body).RootElement.Clone());
    }
}
