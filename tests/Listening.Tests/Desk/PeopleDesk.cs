using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Listening.Desk.People;
using OtpNet;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>Everything about people over one relational store, with Ana, who is its first admin.</summary>
public sealed class PeopleDesk(TestDesk desk) : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    public static readonly Actor Ana = new("ana@example.com", "10.0.0.7");
    public static readonly SessionOpening Here = new(TimeSpan.FromDays(14), "10.0.0.7", "Firefox");

    private readonly MirrorSeal seal = new();

    public TestDesk Desk => desk;

    public SignInLinks Links => new(desk.Store, desk.Time);

    public Sessions Sessions => new(desk.Store, desk.Time);

    public Staff Staff => new(desk.Store, desk.Time);

    public Invitations Invitations => new(desk.Store, desk.Time);

    public Joining Joining => new(desk.Store, desk.Time, seal);

    public SignIns SignIns => new(desk.Store, desk.Time, seal);

    public Passwords Passwords => new(desk.Store, desk.Time, seal);

    public SecondSteps Steps => new(desk.Store, desk.Time, seal);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async Task InitializeAsync()
    {
        await desk.InitializeAsync();
        var link = await Links.CreateAsync(Actor.Terminal, Cancelled);
        Assert.NotNull(await Joining.FirstAsync(link.Token, new NewPerson("Ana", "ana@example.com", Password), Here, Cancelled));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    /// <summary>Somebody who joined by an invitation, and their session.</summary>
    public async Task<(Person Person, string Session)> JoinAsync(string name, Role role)
    {
        var made = await Invitations.InviteAsync(name, null, role, Ana, Cancelled);
        var answer = await Joining.UseAsync(made.Token, new NewPerson(name, $"{name}@example.com", Password), Here, Cancelled);
        return ((await Staff.ListAsync(Cancelled)).Single(person => person.Name == name), answer!.Token!);
    }

    public async Task<bool> StandsAsync(string session) => (await Sessions.FindAsync(session, Cancelled))?.Stands(desk.Time.GetUtcNow()) == true;

    public Task<SignInAnswer> SignInAsync(string email, string password) => SignIns.PasswordAsync(email, password, Here, Cancelled);

    /// <summary>Gives somebody an authenticator; its key and the recovery codes.</summary>
    public async Task<(string Key, IReadOnlyList<string> Codes)> EnrolAsync(Guid id)
    {
        var key = await Steps.BeginAsync(id, Cancelled);
        return (key, await Steps.ConfirmAsync(id, CodeOf(key), Ana, Cancelled));
    }

    /// <summary>What an authenticator with this key shows now.</summary>
    public string CodeOf(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(desk.Time.GetUtcNow().UtcDateTime);

    /// <summary>Actions in the audit log, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> ActionsAsync() =>
        [.. (await new AuditLog(desk.Store).ReadAsync(new AuditQuestion(null, null, 100), Cancelled)).Select(row => row.Action).Reverse()];
}
