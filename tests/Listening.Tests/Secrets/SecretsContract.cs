using System.Text;
using Listening.Access;
using Listening.Desk.Secrets;
using Listening.Tests.Desk;
using Listening.Web;
using Listening.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Listening.Tests.Secrets;

/// <summary>What secrets do, whatever the database.</summary>
public abstract class SecretsContract(TestDesk desk) : IAsyncLifetime
{
    private const string Password = "correct horse battery staple";
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private DataDirectory Here => DataDirectory.Open(directory.File("here"));

    private DataDirectory There => DataDirectory.Open(directory.File("there"));

    public ValueTask InitializeAsync() => desk.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        directory.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_secret_is_read_as_it_was_given_last_until_it_is_removed()
    {
        using var process = await SecretProcess.StartAsync(desk.Store, Here, keyFile: null);
        await process.Secrets.SetAsync("mail", "first", Actor.Terminal, Cancelled);
        await process.Secrets.SetAsync("mail", Password, Actor.Terminal, Cancelled);
        Assert.Equal((Password, "mail"), (await process.Secrets.ReadAsync("mail", Cancelled), Assert.Single(await process.Secrets.ListAsync(Cancelled)).Name));

        Assert.True(await process.Secrets.RemoveAsync("mail", Actor.Terminal, Cancelled));
        Assert.False(await process.Secrets.RemoveAsync("mail", Actor.Terminal, Cancelled));
        Assert.Null(await process.Secrets.ReadAsync("mail", Cancelled));
        var log = await desk.Store.ReadAsync(store => store.Audit.OrderBy(row => row.Id).ToListAsync(Cancelled), Cancelled);
        Assert.Equal(["secret.set mail", "secret.change mail", "secret.remove mail"], log.Select(row => $"{row.Action} {row.Subject}"));
        Assert.DoesNotContain(log, row => row.ToString().Contains("horse", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_survives_its_process()
    {
        using (var first = await SecretProcess.StartAsync(desk.Store, Here, keyFile: null)) await first.Secrets.SetAsync("mail", Password, Actor.Terminal, Cancelled);
        using var second = await SecretProcess.StartAsync(desk.Another(), Here, keyFile: null);
        Assert.Equal(Password, await second.Secrets.ReadAsync("mail", Cancelled));
    }

    [Fact]
    public async Task Processes_with_one_key_file_share_the_ring_through_the_store_and_the_store_shows_none_of_it()
    {
        var file = WriteKeyFile("key", 'k');
        using var first = await SecretProcess.StartAsync(desk.Store, Here, file);
        await first.Secrets.SetAsync("mail", Password, Actor.Terminal, Cancelled);
        using var second = await SecretProcess.StartAsync(desk.Another(), There, file);
        Assert.Equal(Password, await second.Secrets.ReadAsync("mail", Cancelled));
        await second.Secrets.SetAsync("token", "t0ken", Actor.Terminal, Cancelled);
        Assert.Equal("t0ken", await first.Secrets.ReadAsync("token", Cancelled));

        var (rows, kept) = await desk.Store.ReadAsync(async store => (await store.KeyRing.ToListAsync(Cancelled), await store.Secrets.ToListAsync(Cancelled)), Cancelled);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain("masterKey", Encoding.Latin1.GetString(row.Wrapped), StringComparison.Ordinal));
        Assert.All(kept, row => Assert.DoesNotContain("horse", Encoding.Latin1.GetString(row.Protected), StringComparison.Ordinal));
        Assert.False(Directory.Exists(Here.Keys));
    }

    [Fact]
    public async Task Another_key_file_or_none_is_told_at_the_start()
    {
        using (var process = await SecretProcess.StartAsync(desk.Store, Here, WriteKeyFile("key", 'k'))) await process.Secrets.SetAsync("mail", Password, Actor.Terminal, Cancelled);

        var other = WriteKeyFile("other", 'o');
        var wrong = await Assert.ThrowsAsync<SettingException>(() => SecretProcess.StartAsync(desk.Store, Here, other));
        var none = await Assert.ThrowsAsync<SettingException>(() => SecretProcess.StartAsync(desk.Store, Here, keyFile: null));

        Assert.StartsWith("Setting Secrets:KeyFile: this is not the file that wrapped the key ring in the relational store.", wrong.Message, StringComparison.Ordinal);
        Assert.StartsWith("Setting Secrets:KeyFile: the key ring lies in the relational store, wrapped by a key file. Name that file", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_takes_over_the_ring_of_the_data_directory()
    {
        using (var before = await SecretProcess.StartAsync(desk.Store, Here, keyFile: null)) await before.Secrets.SetAsync("mail", Password, Actor.Terminal, Cancelled);
        Assert.NotEmpty(Directory.GetFiles(Here.Keys));

        using var after = await SecretProcess.StartAsync(desk.Store, Here, WriteKeyFile("key", 'k'));

        Assert.Equal(Password, await after.Secrets.ReadAsync("mail", Cancelled));
        Assert.Empty(Directory.GetFiles(Here.Keys));
    }

    [Fact]
    public async Task Without_the_ring_a_secret_is_named_as_unreadable()
    {
        using (var process = await SecretProcess.StartAsync(desk.Store, Here, keyFile: null)) await process.Secrets.SetAsync("mail", Password, Actor.Terminal, Cancelled);

        using var elsewhere = await SecretProcess.StartAsync(desk.Store, There, keyFile: null);
        var unreadable = await Assert.ThrowsAsync<SecretUnreadableException>(() => elsewhere.Secrets.ReadAsync("mail", Cancelled));

        Assert.StartsWith("The secret 'mail' cannot be read: it was protected with another key ring.", unreadable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_value_that_is_put_under_another_name_does_not_open()
    {
        using var process = await SecretProcess.StartAsync(desk.Store, Here, keyFile: null);
        await process.Secrets.SetAsync("mail", Password, Actor.Terminal, Cancelled);
        var rows = new ProtectedSecrets(desk.Store, TimeProvider.System);
        await rows.SetAsync("shown-somewhere", (await rows.FindAsync("mail", Cancelled))!, Actor.Terminal, Cancelled);
        await Assert.ThrowsAsync<SecretUnreadableException>(() => process.Secrets.ReadAsync("shown-somewhere", Cancelled));
    }

    private string WriteKeyFile(string name, char letter)
    {
        var file = directory.File(name);
        File.WriteAllText(file, new string(letter, 44));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }
}
