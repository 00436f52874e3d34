using System.IO.Compression;
using System.Net;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Tests.Sources.Contract;
using Xunit;

namespace Listening.Tests.Sources.Http;

/// <summary>How much of a stranger's answer is read, how far it is followed, and what is carried along.</summary>
public sealed class CapTests : IAsyncLifetime
{
    private const int Most = 100_000;
    private StubServer stub = null!;
    private OutgoingHttp http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        stub = await StubServer.StartAsync();
        http = new(
            OutgoingRules.Read("127.0.0.1"), new() { Longest = TimeSpan.FromSeconds(20), Retries = 0, MostRedirects = 3 }, TimeProvider.System, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await stub.DisposeAsync();
    }

    [Theory]
    [InlineData(Most, false)]
    [InlineData(Most + 1, true)]
    public async Task A_body_is_read_to_its_cap_and_not_a_byte_further(int length, bool refused)
    {
        stub.Answer = _ => new("") { Bytes = new byte[length] };
        var answer = await SendAsync("/");
        Assert.Equal(refused ? FailureKind.Unreadable : null, answer.Failure?.Kind);
        Assert.Equal(refused ? "127.0.0.1 sent more than 97 KiB" : null, answer.Failure?.Reason);
        Assert.Equal(refused ? 0 : length, answer.Body.Length);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_is_packed_counts_unpacked(string packing)
    {
        // A bomb: fifty megabytes in some fifty kilobytes, or fewer.
        var packed = Packed(packing, 50 * 1024 * 1024);
        Assert.InRange(packed.Length, 1, Most);
        stub.Answer = _ => new("") { Bytes = packed, Headers = new Dictionary<string, string> { ["Content-Encoding"] = packing } };
        var answer = await SendAsync("/");
        Assert.Equal((FailureKind.Unreadable, "127.0.0.1 sent more than 97 KiB"), (answer.Failure!.Kind, answer.Failure.Reason));

        stub.Answer = _ => new("") { Bytes = packed[..(packed.Length / 2)], Headers = new Dictionary<string, string> { ["Content-Encoding"] = packing } };
        Assert.Equal(FailureKind.Unreadable, (await SendAsync("/")).Failure!.Kind);
    }

    [Fact]
    public async Task Redirects_are_followed_to_their_cap_and_a_circle_ends()
    {
        stub.Answer = request => int.Parse(request.Path.Value![1..], null) is var hop and < 3 ? Redirect($"/{hop + 1}", 301) : new("there");
        var answer = await SendAsync("/0");
        Assert.Equal(("there", "/3"), (answer.Text(), answer.MovedTo!.AbsolutePath));

        stub.Requests.Clear();
        stub.Answer = _ => Redirect("/again", 302);
        answer = await SendAsync("/again");
        Assert.Equal((FailureKind.Misconfigured, 4), (answer.Failure!.Kind, stub.Requests.Count));
    }

    [Fact]
    public async Task A_credential_goes_to_its_own_host_alone()
    {
        var seen = new List<(string Host, string Authorization, string Key, string Accept)>();
        stub.Answer = request =>
        {
            lock (seen) seen.Add((request.Host.Host, request.Headers.Authorization.ToString(), request.Headers["X-Key"].ToString(), request.Headers.Accept.ToString()));
            return request.Path == "/1" ? Redirect("/2", 302) : request.Path == "/2" ? Redirect($"http://other.example:{stub.Address.Port}/3", 302) : new("there");
        };
        var headers = new Dictionary<string, string> { ["Authorization"] = "Bearer hunter2", ["X-Key"] = "hunter3", ["Accept"] = "text/plain" };
        var answer = await http.SendAsync(new(new($"http://own.example:{stub.Address.Port}/1")) { Headers = headers, SecretHeaders = ["X-Key"] }, Cancel);
        Assert.Equal("there", answer.Text());
        Assert.Equal([("own.example", "Bearer hunter2", "hunter3", "text/plain"), ("own.example", "Bearer hunter2", "hunter3", "text/plain"), ("other.example", "", "", "text/plain")], seen);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("http://ana:hunter2@127.0.0.1/")]
    public async Task A_redirect_to_something_else_than_a_plain_web_address_is_not_followed(string to)
    {
        stub.Answer = _ => Redirect(to, 302);
        Assert.Equal((FailureKind.Misconfigured, 1), ((await SendAsync("/")).Failure!.Kind, stub.Requests.Count));
    }

    [Fact]
    public async Task What_is_sent_is_sent_to_nobody_else()
    {
        stub.Answer = _ => Redirect("/other", 307);
        var answer = await http.SendAsync(new(new(stub.Address, "/")) { Method = HttpMethod.Post, Body = ("hunter2", "text/plain") }, Cancel);
        Assert.Equal((FailureKind.Misconfigured, 1), (answer.Failure!.Kind, stub.Requests.Count));
    }

    private static StubAnswer Redirect(string to, int status) => new("", Status: status) { Headers = new Dictionary<string, string> { ["Location"] = to } };

    private Task<OutgoingAnswer> SendAsync(string path) => http.SendAsync(new(new(stub.Address, path)) { MostBytes = Most, Rate = new(1000, TimeSpan.FromSeconds(1)) }, Cancel);

    private static byte[] Packed(string packing, int length)
    {
        using var packed = new MemoryStream();
        using (Stream stream = packing switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
        {
            var zeros = new byte[1024 * 1024];
            for (var written = 0; written < length; written += zeros.Length) stream.Write(zeros);
        }

        return packed.ToArray();
    }
}
