using System.Text;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Pictures;
using Listening.Tests.Sources.Contract;
using Xunit;

namespace Listening.Tests.Sources.Pictures;

public sealed class RemotePicturesTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_comes_with_the_type_that_its_bytes_say_and_nobody_is_told_who_asks()
    {
        var told = new List<string>();
        await using var bench = await SourceBench.StartAsync(request =>
        {
            told.AddRange(request.Headers.Keys);
            return new StubAnswer("", "text/html") { Bytes = Png, Headers = new Dictionary<string, string> { ["Set-Cookie"] = "who=you" } };
        });
        using var pictures = new RemotePictures(bench.Http);

        for (var turn = 0; turn < 2; turn++)
        {
            var (picture, failure) = await pictures.GetAsync(new(bench.Stub.Address, "a.png"), Cancel);
            Assert.Null(failure);
            Assert.Equal("image/png", picture!.Type);
            Assert.Equal(Png, picture.Bytes.ToArray());
        }

        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], told.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>", "image/png")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "image/svg+xml")]
    [InlineData("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "image/svg+xml")]
    [InlineData("GIF", "image/gif")]
    [InlineData("", "image/jpeg")]
    [InlineData("RIFF....AVI LIST", "image/webp")]
    public async Task What_is_no_picture_by_its_bytes_is_none_whatever_its_server_says(string body, string type)
    {
        await using var bench = await SourceBench.StartAsync(_ => new(body, type));
        using var pictures = new RemotePictures(bench.Http);

        var (picture, failure) = await pictures.GetAsync(bench.Stub.Address, Cancel);

        Assert.Null(picture);
        Assert.Equal((FailureKind.Unreadable, "127.0.0.1 sent something that is no picture"), (failure!.Kind, failure.Reason));
    }

    [Fact]
    public async Task A_huge_body_is_not_read_to_its_end()
    {
        await using var bench = await SourceBench.StartAsync(_ => new StubAnswer("", "image/png") { Bytes = [.. Png, .. new byte[RemotePictures.MostBytes]] });
        using var pictures = new RemotePictures(bench.Http);

        Assert.Equal("127.0.0.1 sent more than 8192 KiB", (await pictures.GetAsync(bench.Stub.Address, Cancel)).Failure?.Reason);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/a.png")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]/a.png")]
    [InlineData("http://inside.example/a.png")]
    public async Task A_private_address_is_refused_also_behind_a_name(string address)
    {
        using var http = new OutgoingHttp(OutgoingRules.PublicOnly, new() { Retries = 0 }, TimeProvider.System, (_, _) => Task.FromResult<System.Net.IPAddress[]>([System.Net.IPAddress.Parse("10.0.0.5")]));
        using var pictures = new RemotePictures(http);

        var (picture, failure) = await pictures.GetAsync(new(address), Cancel);

        Assert.Null(picture);
        Assert.Equal(FailureKind.Misconfigured, failure!.Kind);
        Assert.Contains("private network", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_kinds_of_pixels_are_told_apart()
    {
        Assert.Equal("image/jpeg", PictureType.Of([0xFF, 0xD8, 0xFF, 0xE0]));
        Assert.Equal("image/gif", PictureType.Of("GIF89a"u8));
        Assert.Equal("image/webp", PictureType.Of("RIFF\u0001\u0001\u0001\u0001WEBPVP8 "u8));
        Assert.Equal("image/avif", PictureType.Of("\u0001\u0001\u0001\u0001ftypavif"u8));
        Assert.Null(PictureType.Of(Encoding.UTF8.GetBytes("BM and the rest")));
    }
}
