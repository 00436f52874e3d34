using System.Runtime.Versioning;
using System.Text.Json;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>`listening doctor` finds what is unsafe in the set-up and says what to do, beside no server and beside one.</summary>
[SupportedOSPlatform("linux")]
[SupportedOSPlatform("macos")]
public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => directory.File("data");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task What_is_open_to_the_network_is_told_with_its_remedy()
    {
        var open = await DoctorAsync(new() { ["AllowedHosts"] = "*", ["Proxy__PublicAddress"] = "http://listening.test" }, "--urls", "http://0.0.0.0:0");
        Assert.Equal("warning", open["https"].Status);
        Assert.StartsWith("Give the reverse proxy a certificate", open["https"].Mend, StringComparison.Ordinal);
        Assert.Equal(("warning", "Set Proxy:Known to the proxy's address."), (open["proxy"].Status, open["proxy"].Mend));
        Assert.Equal(("warning", "Name the host names that people use."), (open["hosts"].Status, open["hosts"].Mend));

        var bare = await DoctorAsync([], "--urls", "http://0.0.0.0:0");
        Assert.Equal("It listens at http://0.0.0.0:0 without https: what people send, passwords too, can be read on the way.", bare["https"].Reason);
        Assert.Equal("warning", bare["hosts"].Status);

        var all = await DoctorAsync(new() { ["Proxy__Known"] = "0.0.0.0/0" });
        Assert.Equal("Proxy:Known has 0.0.0.0/0: everybody is believed who says for whom they ask.", all["proxy"].Reason);

        var good = await DoctorAsync(new() { ["Proxy__Known"] = "10.0.0.5", ["Proxy__PublicAddress"] = "https://listening.test/desk" });
        Assert.Equal(("ok", "ok", "ok", "It answers to listening.test."), (good["https"].Status, good["proxy"].Status, good["hosts"].Status, good["hosts"].Reason));
    }

    [Fact]
    public async Task An_open_key_ring_and_a_key_file_beside_the_data_are_told()
    {
        Assert.Equal("ok", (await DoctorAsync([]))["keys"].Status);
        Directory.CreateDirectory(Path.Combine(Data, "keys"));
        var key = Path.Combine(Data, "keys", "key-1.xml");
        File.WriteAllText(key, "<key/>");
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var open = (await DoctorAsync([], 1))["keys"];
        Assert.Equal(("failed", $"{key} of the key ring is open to others (mode 0640): they may have read every secret."), (open.Status, open.Reason));
        File.Delete(key);

        var file = Path.Combine(Data, "key");
        File.WriteAllText(file, new string('k', 44));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal("warning", (await DoctorAsync(new() { ["Secrets__KeyFile"] = file }))["keys"].Status);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("Close it: chmod 600", (await DoctorAsync(new() { ["Secrets__KeyFile"] = file }, 1))["keys"].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_a_settings_file_is_named_and_never_repeated()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "appsettings.json"),
            """{"SignIn":{"OpenId":{"ClientSecret":"pl4in-text"}},"Mail":{"Password":"secret:mail"},"Storage":{"ClickHouse":"embedded"}}""", Cancelled);
        var run = await Commands.RunAsync(["doctor", "--data", Data, "--urls", "http://127.0.0.1:0"], new Dictionary<string, string> { ["LISTENING__Other__Token"] = "fr0m-outside" });
        Assert.Contains("A settings file has in plain: SignIn:OpenId:ClientSecret.", run.Output);
        Assert.DoesNotContain("pl4in-text", run.Output);
    }

    [Fact]
    public async Task A_backup_that_stopped_fails_and_one_that_runs_is_well()
    {
        var never = await DoctorAsync([]);
        Assert.Equal(("warning", "Nobody has said that copies of the data are taken."), (never["backup"].Status, never["backup"].Reason));
        Assert.Equal("failed", (await DoctorAsync(new() { ["Backup__Newest"] = directory.File("copy.tar") }, 1))["backup"].Status);
        File.WriteAllText(directory.File("copy.tar"), "");
        Assert.Equal("ok", (await DoctorAsync(new() { ["Backup__Newest"] = directory.File("copy.tar") }))["backup"].Status);
        File.SetLastWriteTimeUtc(directory.File("copy.tar"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal("Look why the backup does not run.", (await DoctorAsync(new() { ["Backup__Newest"] = directory.File("copy.tar") }, 1))["backup"].Mend);
    }

    [Fact]
    public async Task Beside_a_server_its_own_settings_count_and_a_lost_key_ring_is_found()
    {
        Assert.Equal(0, await SetSecretAsync());
        await using (await RunningServer.StartAsync(Data, new Dictionary<string, string> { ["LISTENING__Proxy__Known"] = "10.0.0.5", ["LISTENING__AllowedHosts"] = "listening.test" }, Cancelled))
        {
            var beside = await DoctorAsync([]);
            Assert.Equal("What 10.0.0.5/32 says of visitors is believed, and nobody else.", beside["proxy"].Reason);
            Assert.Equal("1 secrets are kept, and all can be opened.", beside["secrets"].Reason);
            Assert.Equal("ok", beside["server:store"].Status);
        }

        Assert.Equal("1 secrets are kept, and all can be opened.", (await DoctorAsync([]))["secrets"].Reason);
        Directory.Delete(Path.Combine(Data, "keys"), recursive: true);
        var lost = (await DoctorAsync([], 1))["secrets"];
        Assert.Equal(("failed", "Secrets that the key ring does not open: mail."), (lost.Status, lost.Reason));
    }

    private async Task<int> SetSecretAsync()
    {
        using var process = Commands.Start(["secret", "set", "mail", "--data", Data]);
        await process.StandardInput.WriteAsync("s3cret");
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancelled);
        return process.ExitCode;
    }

    private Task<Dictionary<string, Check>> DoctorAsync(Dictionary<string, string> settings, params string[] more) => DoctorAsync(settings, 0, more);

    private async Task<Dictionary<string, Check>> DoctorAsync(Dictionary<string, string> settings, int code, params string[] more)
    {
        var run = await Commands.RunAsync(
            ["doctor", "--json", "--data", Data, .. more.Contains("--urls") ? [] : new[] { "--urls", "http://127.0.0.1:0" }, .. more],
            settings.ToDictionary(setting => $"LISTENING__{setting.Key}", setting => setting.Value));
        Assert.Equal(code, run.Code);
        var checks = JsonSerializer.Deserialize<View>(run.Output, JsonSerializerOptions.Web)!.Checks;
        Assert.All(checks.Where(check => check.Status != "ok"), check => Assert.False(string.IsNullOrWhiteSpace(check.Mend), check.Name));
        return checks.ToDictionary(check => check.Name);
    }

    private sealed record View(IReadOnlyList<Check> Checks);

    private sealed record Check(string Name, string Status, string Reason, string? Mend);
}
