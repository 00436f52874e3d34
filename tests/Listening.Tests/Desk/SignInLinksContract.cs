using Listening.Access;
using Listening.Desk.Access;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What sign-in links do, whatever the database.</summary>
public abstract class SignInLinksContract(TestDesk desk) : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly SessionOpening Opening = new(Day);
    private SignInLinks links = null!;
    private Sessions sessions = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        links = new SignInLinks(desk.Store, desk.Time);
        sessions = new Sessions(desk.Store, desk.Time);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_link_opens_one_session()
    {
        var link = await links.CreateAsync(Actor.Terminal, Cancelled);
        var session = await links.UseAsync(link.Token, ["admin"], Opening, Cancelled);
        Assert.Equal(desk.Time.GetUtcNow() + Day, (await sessions.FindAsync(session!, Cancelled))!.Session.Expires);
        Assert.Null(await links.UseAsync(link.Token, ["admin"], Opening, Cancelled));
    }

    [Fact]
    public async Task Of_twenty_that_use_a_link_at_once_one_wins()
    {
        var link = await links.CreateAsync(Actor.Terminal, Cancelled);
        var processes = new[] { links, new SignInLinks(desk.Another(), desk.Time) };
        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => processes[i % 2].UseAsync(link.Token, ["admin"], Opening, Cancelled), Cancelled)));
        Assert.Single(opened, session => session is not null);
    }

    [Fact]
    public async Task A_link_is_good_for_fifteen_minutes()
    {
        var first = await links.CreateAsync(Actor.Terminal, Cancelled);
        var second = await links.CreateAsync(Actor.Terminal, Cancelled);
        desk.Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await links.UseAsync(first.Token, ["admin"], Opening, Cancelled));
        desk.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await links.UseAsync(second.Token, ["admin"], Opening, Cancelled));
    }

    [Fact]
    public async Task A_made_up_token_opens_nothing() => Assert.Null(await links.UseAsync(Secret.New(), ["admin"], Opening, Cancelled));

    [Fact]
    public async Task An_ended_session_is_unknown()
    {
        var session = await links.UseAsync((await links.CreateAsync(Actor.Terminal, Cancelled)).Token, ["admin"], Opening, Cancelled);
        await sessions.EndAsync(session!, Cancelled);
        Assert.Null(await sessions.FindAsync(session!, Cancelled));
    }
}
