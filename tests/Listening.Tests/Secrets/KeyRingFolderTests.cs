using System.Runtime.Versioning;
using Listening.Access;
using Listening.Tests.Desk;
using Listening.Web;
using Xunit;

namespace Listening.Tests.Secrets;

[SupportedOSPlatform("linux")]
[SupportedOSPlatform("macos")]
public sealed class KeyRingFolderTests : IAsyncLifetime
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnDirectory = OwnFile | UnixFileMode.UserExecute;
    private readonly TemporaryDirectory directory = new();
    private readonly DeskFile desk = new();

    public ValueTask InitializeAsync() => desk.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task The_ring_is_closed_to_others_and_is_closed_again_where_somebody_opened_it()
    {
        var data = DataDirectory.Open(directory.File("data"));
        using (var first = await SecretProcess.StartAsync(desk.Store, data, keyFile: null)) await first.Secrets.SetAsync("mail", "s3cret", Actor.Terminal, TestContext.Current.CancellationToken);
        var file = Assert.Single(Directory.GetFiles(data.Keys));
        Assert.Equal((OwnDirectory, OwnFile), (File.GetUnixFileMode(data.Keys), File.GetUnixFileMode(file)));

        File.SetUnixFileMode(file, OwnFile | UnixFileMode.OtherRead);
        File.SetUnixFileMode(data.Keys, OwnDirectory | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        using var second = await SecretProcess.StartAsync(desk.Store, data, keyFile: null);

        Assert.Equal((OwnDirectory, OwnFile), (File.GetUnixFileMode(data.Keys), File.GetUnixFileMode(file)));
        Assert.Equal("s3cret", await second.Secrets.ReadAsync("mail", TestContext.Current.CancellationToken));
    }
}
