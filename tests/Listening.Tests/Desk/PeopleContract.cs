using Listening.Access;
using Listening.Desk.Auditing;
using Listening.Desk.People;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>Who may come in, and what changes that, whatever the database.</summary>
public abstract class PeopleContract(TestDesk desk) : IAsyncLifetime
{
    private readonly PeopleDesk people = new(desk);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await people.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await people.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_machines_link_makes_one_first_admin_and_no_second()
    {
        var ana = Assert.Single(await people.Staff.ListAsync(Cancelled));
        Assert.Equal(("Ana", "ana@example.com", Role.Admin, false), (ana.Name, ana.Email, ana.Role, ana.SecondStep));
        var link = await people.Links.CreateAsync(Actor.Terminal, Cancelled);
        Assert.Null(await people.Joining.FirstAsync(link.Token, new NewPerson("Eve", "eve@example.com", PeopleDesk.Password), PeopleDesk.Here, Cancelled));
    }

    [Fact]
    public async Task An_invitation_lets_one_join_with_its_role_and_of_ten_at_once_one_wins()
    {
        var made = await people.Invitations.InviteAsync("Ben", null, Role.Agent, PeopleDesk.Ana, Cancelled);
        var other = new Joining(desk.Another(), desk.Time, new MirrorSeal());
        var joined = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(
            () => (i % 2 == 0 ? people.Joining : other).UseAsync(made.Token, new NewPerson("Ben", $"ben{i}@example.com", PeopleDesk.Password), PeopleDesk.Here, Cancelled), Cancelled)));
        var session = Assert.Single(joined, answer => answer is not null)!.Token!;
        var found = (await people.Sessions.FindAsync(session, Cancelled))!;
        Assert.Equal((Role.Agent, "Ben", "Firefox", "10.0.0.7"), (found.Person!.Role, found.Person.Name, found.Session.Browser, found.Session.Address));
    }

    [Fact]
    public async Task An_invitation_is_good_for_a_day_and_until_it_is_taken_back()
    {
        var late = await people.Invitations.InviteAsync("Late", null, Role.Agent, PeopleDesk.Ana, Cancelled);
        var gone = await people.Invitations.InviteAsync("Gone", null, Role.Agent, PeopleDesk.Ana, Cancelled);
        Assert.True(await people.Invitations.WithdrawAsync(gone.Invitation.Id, PeopleDesk.Ana, Cancelled));
        Assert.False(await people.Invitations.WithdrawAsync(gone.Invitation.Id, PeopleDesk.Ana, Cancelled));
        desk.Time.Advance(TimeSpan.FromHours(24));
        foreach (var token in (string[])[late.Token, gone.Token, "made-up"])
            Assert.Null(await people.Joining.UseAsync(token, new NewPerson("Eve", "eve@example.com", PeopleDesk.Password), PeopleDesk.Here, Cancelled));
    }

    [Theory]
    [InlineData("", "ben@example.com", PeopleDesk.Password, "A name has 1 to 100 characters.")]
    [InlineData("Ben", "no address", PeopleDesk.Password, "An e-mail address looks like name@example.com.")]
    [InlineData("Ben", "ANA@example.com", PeopleDesk.Password, "Somebody signs in with this e-mail address already.")]
    [InlineData("Ben", "ben@example.com", "short", "A password has at least 12 characters.")]
    [InlineData("Ben", "ben@example.com", "aaaaaaaaaaaaaaaaaa", "A password has at least five different characters.")]
    [InlineData("Ben", "ben@example.com", "Ben@Example.com", "A password is not the e-mail address.")]
    public async Task What_is_refused_uses_no_invitation_up(string name, string email, string password, string why)
    {
        var made = await people.Invitations.InviteAsync("Ben", null, Role.Agent, PeopleDesk.Ana, Cancelled);
        var refused = await Assert.ThrowsAsync<PersonRefusedException>(() => people.Joining.UseAsync(made.Token, new NewPerson(name, email, password), PeopleDesk.Here, Cancelled));
        Assert.Equal(why, refused.Message);
        Assert.NotNull(await people.Joining.UseAsync(made.Token, new NewPerson("Ben", "ben@example.com", PeopleDesk.Password), PeopleDesk.Here, Cancelled));
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_once_and_stays_out_until_enabled()
    {
        var (ben, session) = await people.JoinAsync("ben", Role.Agent);
        Assert.True(await people.StandsAsync(session));
        await people.Staff.ChangeAsync(ben.Id, new PersonChange(Disabled: true), PeopleDesk.Ana, Cancelled);
        Assert.False(await people.StandsAsync(session));
        Assert.Equal(SignInOutcome.Refused, (await people.SignInAsync("ben@example.com", PeopleDesk.Password)).Outcome);
        await people.Staff.ChangeAsync(ben.Id, new PersonChange(Disabled: false), PeopleDesk.Ana, Cancelled);
        Assert.Equal(SignInOutcome.In, (await people.SignInAsync("BEN@example.com ", PeopleDesk.Password)).Outcome);
    }

    [Fact]
    public async Task A_changed_role_is_the_sessions_at_once()
    {
        var (ben, session) = await people.JoinAsync("ben", Role.Executive);
        await people.Staff.ChangeAsync(ben.Id, new PersonChange(Role: Role.Agent), PeopleDesk.Ana, Cancelled);
        Assert.Equal(Role.Agent, (await people.Sessions.FindAsync(session, Cancelled))!.Person!.Role);
    }

    [Fact]
    public async Task The_last_admin_stays_one()
    {
        var ana = Assert.Single(await people.Staff.ListAsync(Cancelled));
        foreach (var change in (PersonChange[])[new(Role: Role.Agent), new(Disabled: true)])
            await Assert.ThrowsAsync<PersonRefusedException>(() => people.Staff.ChangeAsync(ana.Id, change, PeopleDesk.Ana, Cancelled));
        Assert.True(await people.Staff.HasAdminAsync(Cancelled));
        await people.JoinAsync("ben", Role.Admin);
        Assert.Equal(Role.Agent, (await people.Staff.ChangeAsync(ana.Id, new PersonChange(Role: Role.Agent), PeopleDesk.Ana, Cancelled))!.Role);
    }

    [Fact]
    public async Task A_reset_link_sets_the_password_and_ends_every_session()
    {
        var (_, session) = await people.JoinAsync("ben", Role.Agent);
        var made = await people.Invitations.ResetAsync("ben@EXAMPLE.com", PeopleDesk.Ana, Cancelled);
        Assert.True(await people.StandsAsync(session));
        var answer = await people.Joining.UseAsync(made.Token, new NewPerson("", "", "another long sentence"), PeopleDesk.Here, Cancelled);
        Assert.False(await people.StandsAsync(session));
        Assert.True(await people.StandsAsync(answer!.Token!));
        Assert.Null(await people.Joining.UseAsync(made.Token, new NewPerson("", "", "a third long sentence"), PeopleDesk.Here, Cancelled));
        Assert.Equal(SignInOutcome.Refused, (await people.SignInAsync("ben@example.com", PeopleDesk.Password)).Outcome);
        Assert.Equal(SignInOutcome.In, (await people.SignInAsync("ben@example.com", "another long sentence")).Outcome);
    }

    [Fact]
    public async Task Every_change_is_in_the_audit_log_with_who_and_from_where()
    {
        var (ben, _) = await people.JoinAsync("ben", Role.Agent);
        await people.Staff.ChangeAsync(ben.Id, new PersonChange("Benno", Role.Supervisor, true), PeopleDesk.Ana, Cancelled);
        await people.SignInAsync("ben@example.com", "wrong password here");
        Assert.Equal(["link.create", "person.join", "invitation.create", "person.join", "person.name", "person.role", "person.disable", "sign-in.fail"], await people.ActionsAsync());
        var role = Assert.Single(await new AuditLog(desk.Store).ReadAsync(new AuditQuestion("person.role", null, 10), Cancelled));
        Assert.Equal(("ana@example.com", "ben@example.com", "agent", "supervisor", "10.0.0.7"), (role.Actor, role.Subject, role.Before, role.After, role.Address));
    }
}
