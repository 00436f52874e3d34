using Listening.Access;
using Listening.Desk.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>Guesses and codes, whatever the database.</summary>
public abstract class SecondStepsContract(TestDesk desk) : IAsyncLifetime
{
    private readonly PeopleDesk people = new(desk);
    private Person ana = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await people.InitializeAsync();
        ana = Assert.Single(await people.Staff.ListAsync(Cancelled));
    }

    public async ValueTask DisposeAsync()
    {
        await people.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_for_five_minutes()
    {
        for (var i = 0; i < 5; i++) Assert.Equal(SignInOutcome.Refused, (await people.SignInAsync(ana.Email, $"wrong password {i}")).Outcome);
        Assert.Equal(SignInOutcome.Refused, (await people.SignInAsync(ana.Email, PeopleDesk.Password)).Outcome);
        desk.Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.Equal(SignInOutcome.Refused, (await people.SignInAsync(ana.Email, PeopleDesk.Password)).Outcome);
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(SignInOutcome.In, (await people.SignInAsync(ana.Email, PeopleDesk.Password)).Outcome);
    }

    [Fact]
    public async Task With_an_authenticator_the_password_opens_only_the_question_for_a_code()
    {
        var (key, _) = await people.EnrolAsync(ana.Id);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        var half = await people.SignInAsync(ana.Email, PeopleDesk.Password);
        Assert.Equal(SignInOutcome.CodeNeeded, half.Outcome);
        Assert.False(await people.StandsAsync(half.Token!));
        var full = await people.SignIns.CodeAsync(half.Token!, people.CodeOf(key), PeopleDesk.Here, Cancelled);
        Assert.True(await people.StandsAsync(full.Token!));
        Assert.NotEqual(half.Token, full.Token);
        Assert.Null(await people.Sessions.FindAsync(half.Token!, Cancelled));
    }

    [Fact]
    public async Task A_code_is_taken_once_and_half_a_minute_early_or_late()
    {
        var (key, _) = await people.EnrolAsync(ana.Id);
        Assert.Equal(SignInOutcome.Refused, await TryAsync(people.CodeOf(key)));
        var before = people.CodeOf(key);
        desk.Time.Advance(TimeSpan.FromSeconds(60));
        var late = people.CodeOf(key);
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(SignInOutcome.Refused, await TryAsync(before));
        Assert.Equal(SignInOutcome.In, await TryAsync(late));
        Assert.Equal(SignInOutcome.Refused, await TryAsync(late));
    }

    [Fact]
    public async Task Codes_are_guessed_five_times_and_no_more()
    {
        var (key, _) = await people.EnrolAsync(ana.Id);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        var half = (await people.SignInAsync(ana.Email, PeopleDesk.Password)).Token!;
        for (var i = 0; i < 5; i++) Assert.Equal(SignInOutcome.Refused, (await people.SignIns.CodeAsync(half, "000000x", PeopleDesk.Here, Cancelled)).Outcome);
        Assert.Equal(SignInOutcome.Refused, (await people.SignIns.CodeAsync(half, people.CodeOf(key), PeopleDesk.Here, Cancelled)).Outcome);
    }

    [Fact]
    public async Task The_question_for_a_code_stands_for_five_minutes()
    {
        var (key, _) = await people.EnrolAsync(ana.Id);
        var half = (await people.SignInAsync(ana.Email, PeopleDesk.Password)).Token!;
        desk.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(SignInOutcome.Refused, (await people.SignIns.CodeAsync(half, people.CodeOf(key), PeopleDesk.Here, Cancelled)).Outcome);
    }

    [Fact]
    public async Task Each_of_ten_recovery_codes_lets_in_once_however_it_is_typed()
    {
        var (_, codes) = await people.EnrolAsync(ana.Id);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Matches("^([a-z2-9]{4}-){3}[a-z2-9]{4}$", codes[0]);
        Assert.Equal(SignInOutcome.In, await TryAsync(codes[0].ToUpperInvariant().Replace('-', ' ')));
        Assert.Equal(SignInOutcome.Refused, await TryAsync(codes[0]));
        Assert.Equal(9, await people.Steps.CodesLeftAsync(ana.Id, Cancelled));
        var renewed = await people.Steps.RenewAsync(ana.Id, PeopleDesk.Ana, Cancelled);
        Assert.Equal(SignInOutcome.Refused, await TryAsync(codes[1]));
        Assert.Equal(SignInOutcome.In, await TryAsync(renewed[9]));
    }

    [Fact]
    public async Task Neither_key_nor_code_nor_password_lies_readable_in_the_database()
    {
        var (key, codes) = await people.EnrolAsync(ana.Id);
        var tokens = await desk.Store.ReadAsync(rows => rows.Set<IdentityUserToken<Guid>>().Select(token => token.Value!).ToListAsync(Cancelled), Cancelled);
        var hash = await desk.Store.ReadAsync(rows => rows.People.Select(person => person.PasswordHash!).SingleAsync(Cancelled), Cancelled);
        Assert.Equal(2, tokens.Count);
        foreach (var secret in (string[])[key, codes[0].Replace("-", ""), PeopleDesk.Password]) Assert.DoesNotContain(secret, string.Join('\n', [.. tokens, hash]));
    }

    [Fact]
    public async Task An_admin_takes_a_lost_authenticator_away_and_a_reset_link_does_not()
    {
        await people.EnrolAsync(ana.Id);
        var reset = await people.Invitations.ResetAsync("Ana", PeopleDesk.Ana, Cancelled);
        var answer = await people.Joining.UseAsync(reset.Token, new NewPerson("", "", "another long sentence"), PeopleDesk.Here, Cancelled);
        Assert.Equal(SignInOutcome.CodeNeeded, answer!.Outcome);
        await people.Staff.ChangeAsync(ana.Id, new PersonChange(SecondStep: false), PeopleDesk.Ana, Cancelled);
        Assert.Equal(SignInOutcome.In, (await people.SignInAsync(ana.Email, "another long sentence")).Outcome);
    }

    [Fact]
    public async Task A_changed_password_keeps_this_session_and_ends_the_others_and_a_wrong_one_counts()
    {
        var here = (await people.SignInAsync(ana.Email, PeopleDesk.Password)).Token!;
        var there = (await people.SignInAsync(ana.Email, PeopleDesk.Password)).Token!;
        Assert.False(await people.Passwords.ChangeAsync(ana.Id, "not the password", "another long sentence", here, PeopleDesk.Ana, Cancelled));
        Assert.True(await people.Passwords.ChangeAsync(ana.Id, PeopleDesk.Password, "another long sentence", here, PeopleDesk.Ana, Cancelled));
        Assert.Equal((true, false), (await people.StandsAsync(here), await people.StandsAsync(there)));
        for (var i = 0; i < 5; i++) Assert.False(await people.Passwords.CheckAsync(ana.Id, "not the password", PeopleDesk.Ana, Cancelled));
        Assert.False(await people.Passwords.CheckAsync(ana.Id, "another long sentence", PeopleDesk.Ana, Cancelled));
    }

    private async Task<SignInOutcome> TryAsync(string code)
    {
        var half = await people.SignInAsync(ana.Email, PeopleDesk.Password);
        return half.Outcome == SignInOutcome.CodeNeeded ? (await people.SignIns.CodeAsync(half.Token!, code, PeopleDesk.Here, Cancelled)).Outcome : half.Outcome;
    }
}
