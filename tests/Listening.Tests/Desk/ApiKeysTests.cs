using Listening.Access;
using System.Text;
using Listening.Desk.Access;
using Xunit;

namespace Listening.Tests.Desk;

public sealed class ApiKeysTests : ApiKeysContract
{
    private readonly DeskFile file;

    public ApiKeysTests() : this(new DeskFile())
    {
    }

    private ApiKeysTests(DeskFile file) : base(file) => this.file = file;

    [Fact]
    public async Task Neither_a_keys_nor_a_links_nor_a_sessions_secret_is_in_the_files()
    {
        var keys = new ApiKeys(file.Store, file.Time);
        var key = await keys.AddAsync("till", ["read"], Actor.Terminal, TestContext.Current.CancellationToken);
        var links = new SignInLinks(file.Store, file.Time);
        var link = await links.CreateAsync(Actor.Terminal, TestContext.Current.CancellationToken);
        var session = await links.UseAsync(link.Token, ["admin"], new SessionOpening(TimeSpan.FromDays(1)), TestContext.Current.CancellationToken);

        var bytes = new StringBuilder();
        foreach (var part in Directory.GetFiles(Path.GetDirectoryName(file.Path)!)) bytes.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(part, TestContext.Current.CancellationToken)));
        Assert.Contains(key.Key.Id, bytes.ToString(), StringComparison.Ordinal);
        foreach (var secret in (string[])[key.Secret[12..], link.Token, session!])
            Assert.DoesNotContain(secret, bytes.ToString(), StringComparison.Ordinal);
    }
}
