using System.Runtime.Versioning;
using Listening.Web.Hosting;
using Listening.Web.Secrets;
using Xunit;

namespace Listening.Tests.Secrets;

[SupportedOSPlatform("linux")]
[SupportedOSPlatform("macos")]
public sealed class KeyFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(UnixFileMode.GroupRead, "0640")]
    [InlineData(UnixFileMode.OtherRead, "0604")]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.OtherRead, "0644")]
    public void A_file_that_others_may_open_is_refused_with_the_remedy(UnixFileMode open, string digits)
    {
        var file = Written("key", new string('k', 44), OwnerOnly | open);
        var link = directory.File("link");
        File.CreateSymbolicLink(link, file);

        Assert.Equal($"Setting Secrets:KeyFile: '{file}' is open to others (mode {digits}). Close it: chmod 600 {file}.", Assert.Throws<SettingException>(() => KeyFile.Read(file)).Message);
        Assert.Contains($"(mode {digits})", Assert.Throws<SettingException>(() => KeyFile.Read(link)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_bytes_are_the_same_key_whatever_line_end_an_editor_adds()
    {
        var key = KeyFile.Read(Written("a", new string('k', 44), OwnerOnly));
        Assert.Equal(32, key.Length);
        Assert.Equal(key, KeyFile.Read(Written("b", new string('k', 44) + "\n", OwnerOnly)));
        Assert.Equal(key, KeyFile.Read(Written("c", new string('k', 44) + "\r\n", OwnerOnly)));
        Assert.NotEqual(key, KeyFile.Read(Written("d", new string('k', 43) + "K", OwnerOnly)));
    }

    [Fact]
    public void A_short_file_and_an_absent_one_are_refused_with_the_remedy()
    {
        var shortFile = Written("short", new string('k', 31) + "\n", OwnerOnly);
        Assert.Contains("has fewer than 32 bytes. Make one that nobody guesses: (umask 077; head -c 32 /dev/urandom | base64 >", Assert.Throws<SettingException>(() => KeyFile.Read(shortFile)).Message, StringComparison.Ordinal);
        Assert.Contains("Put the key file back", Assert.Throws<SettingException>(() => KeyFile.Read(directory.File("absent"))).Message, StringComparison.Ordinal);
    }

    private string Written(string name, string text, UnixFileMode mode)
    {
        var file = directory.File(name);
        File.WriteAllText(file, text);
        File.SetUnixFileMode(file, mode);
        return file;
    }
}
