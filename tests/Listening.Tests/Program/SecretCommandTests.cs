using System.Net;
using System.Net.Http.Json;
using System.Text;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>`listening secret` beside no server and beside one, and where a secret must not be found afterwards.</summary>
public sealed class SecretCommandTests : IDisposable
{
    private const string Typed = "typed-s3cret-5d1f";
    private const string Filed = "filed-s3cret-77aa";
    private const string Said = "said-s3cret-90be";

    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => directory.File("data");

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_secret_comes_by_input_file_or_environment_and_is_nowhere_in_plain()
    {
        var written = new StringBuilder();
        var alone = await SetFromInputAsync("alone", $"{Typed}\n", written);
        await using (var server = await RunningServer.StartAsync(Data, new Dictionary<string, string> { ["LISTENING__Logging__LogLevel__Default"] = "Trace", ["LISTENING__Logging__LogLevel__Microsoft"] = "Trace" }, Cancelled))
        {
            File.WriteAllText(directory.File("secret.txt"), Filed + "\n");
            var filed = await RunAsync(written, ["secret", "set", "from-file", "--file", directory.File("secret.txt")]);
            var said = await RunAsync(written, ["secret", "set", "from-environment", "--environment", "MY_SECRET"], new() { ["MY_SECRET"] = Said });
            var listed = await RunAsync(written, ["secret", "list"]);
            Assert.Equal((0, 0, 0, 0), (alone, filed.Code, said.Code, listed.Code));
            Assert.Equal(["name", "alone", "from-environment", "from-file"], listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0]));

            using var admin = await server.WithKeyAsync("admin");
            written.Append(await admin.GetStringAsync("/api/v1/admin/secrets", Cancelled));
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await admin.GetAsync("/api/v1/admin/secrets/alone", Cancelled)).StatusCode);
            using var put = await admin.PutAsJsonAsync("/api/v1/admin/secrets/alone", new { value = Said }, Cancelled);
            using var bad = await admin.PutAsJsonAsync("/api/v1/admin/secrets/No%20Name", new { value = Said }, Cancelled);
            written.Append(await bad.Content.ReadAsStringAsync(Cancelled));
            Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.BadRequest), (put.StatusCode, bad.StatusCode));
            Assert.Equal(0, (await RunAsync(written, ["secret", "remove", "from-file"])).Code);
            Assert.Equal(1, (await RunAsync(written, ["secret", "remove", "from-file"])).Code);
            await server.StopAsync();
            var (output, error) = await server.WrittenAsync();
            Assert.Contains("Microsoft.AspNetCore.DataProtection", output + error);
            written.Append(output).Append(error);
        }

        foreach (var file in Directory.GetFiles(Data, "*", SearchOption.AllDirectories)) written.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancelled)));
        Assert.Contains("from-environment", written.ToString());
        foreach (var secret in new[] { Typed, Filed, Said }) Assert.DoesNotContain(secret, written.ToString());
    }

    [Fact]
    public async Task An_argument_an_empty_input_and_a_bad_name_are_refused()
    {
        Assert.Equal(1, (await RunAsync(new(), ["secret", "set", "mail", Said])).Code);
        var empty = await RunAsync(new(), ["secret", "set", "mail"]);
        Assert.Equal((1, "The secret is empty."), (empty.Code, empty.Error.Trim()));
        var misnamed = await RunAsync(new(), ["secret", "set", "My Mail"]);
        Assert.StartsWith("A secret's name is 1 to 64 small letters", misnamed.Error);
        var absent = await RunAsync(new(), ["secret", "set", "mail", "--environment", "NOT_THERE"]);
        Assert.Equal((1, "Setting --environment: there is no environment variable NOT_THERE."), (absent.Code, absent.Error.Trim()));
    }

    [Fact]
    public async Task A_server_with_the_wrong_key_file_ends_with_one_sentence()
    {
        var right = WriteKeyFile("right", 'r');
        Assert.Equal(0, await SetFromInputAsync("mail", Typed, new(), right));
        var wrong = await Commands.RunAsync(["serve", "--data", Data, "--urls", "http://127.0.0.1:0"], new Dictionary<string, string> { ["LISTENING__Secrets__KeyFile"] = WriteKeyFile("wrong", 'w') });
        Assert.Equal(1, wrong.Code);
        Assert.StartsWith("Setting Secrets:KeyFile: this is not the file that wrapped the key ring in the relational store.", wrong.Error);
        Assert.Single(wrong.Error.Trim().Split('\n'));
    }

    private async Task<int> SetFromInputAsync(string name, string typed, StringBuilder written, string? keyFile = null)
    {
        var settings = keyFile is null ? [] : new Dictionary<string, string> { ["LISTENING__Secrets__KeyFile"] = keyFile };
        using var process = Commands.Start(["secret", "set", name, "--data", Data], settings);
        await process.StandardInput.WriteAsync(typed);
        process.StandardInput.Close();
        written.Append(await process.StandardOutput.ReadToEndAsync(Cancelled)).Append(await process.StandardError.ReadToEndAsync(Cancelled));
        await process.WaitForExitAsync(Cancelled);
        return process.ExitCode;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(StringBuilder written, string[] arguments, Dictionary<string, string>? settings = null)
    {
        var ran = await Commands.RunAsync([.. arguments, "--data", Data], settings);
        written.Append(ran.Output).Append(ran.Error);
        return ran;
    }

    private string WriteKeyFile(string name, char letter)
    {
        var file = directory.File(name);
        File.WriteAllText(file, new string(letter, 44));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }
}
