using Listening.Access;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace Listening.Desk.People;

/// <summary>Codes of an authenticator beside the password (RFC 6238: SHA-1, six digits, 30 s), and codes for who lost it.</summary>
public sealed class SecondSteps(DeskStore store, TimeProvider time, ISeal seal)
{
    private const int RecoveryCodes = 10;

    // What was sent just before the change of a code still counts, and a clock half a minute off.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>A new key for the person's authenticator, in base32. It counts for nothing until <see cref="ConfirmAsync"/>. Throws <see cref="PersonRefusedException"/>.</summary>
    public Task<string> BeginAsync(Guid id, CancellationToken cancellationToken) => ChangeAsync(id, async (manager, person, _) =>
    {
        if (person.TwoFactorEnabled) throw new PersonRefusedException("An authenticator is in use already: take it away first.");
        await manager.ResetAuthenticatorKeyAsync(person);
        return (await manager.GetAuthenticatorKeyAsync(person))!;
    }, cancellationToken);

    /// <summary>Turns codes on, once the authenticator gives a right one; gives the recovery codes, which are shown only now. Throws <see cref="PersonRefusedException"/>.</summary>
    public Task<IReadOnlyList<string>> ConfirmAsync(Guid id, string code, Actor by, CancellationToken cancellationToken) => ChangeAsync(id, async (manager, person, desk) =>
    {
        if (person.TwoFactorEnabled) throw new PersonRefusedException("An authenticator is in use already: take it away first.");
        if (!await TakeTimedAsync(manager, person, code, time.GetUtcNow()))
            throw new PersonRefusedException("This is not the code that the authenticator shows now. Is the clock of the telephone right?");
        PeopleRules.Demand(await manager.SetTwoFactorEnabledAsync(person, true));
        Note(desk, person, by, "off", "on");
        return await NewCodesAsync(manager, person);
    }, cancellationToken);

    /// <summary>New recovery codes in place of those before. Throws <see cref="PersonRefusedException"/>.</summary>
    public Task<IReadOnlyList<string>> RenewAsync(Guid id, Actor by, CancellationToken cancellationToken) => ChangeAsync(id, async (manager, person, desk) =>
    {
        if (!person.TwoFactorEnabled) throw new PersonRefusedException("There is no authenticator to recover from.");
        Note(desk, person, by, null, "new recovery codes");
        return await NewCodesAsync(manager, person);
    }, cancellationToken);

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> CodesLeftAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, (manager, person, _) => manager.CountRecoveryCodesAsync(person), cancellationToken);

    /// <summary>Takes a code and says how it was right: <c>code</c> or <c>recovery code</c>; null when it was not.</summary>
    internal static async Task<string?> TakeAsync(PersonManager manager, PersonRow person, string code, DateTimeOffset now)
    {
        if (await TakeTimedAsync(manager, person, code, now)) return "code";
        return (await manager.RedeemTwoFactorRecoveryCodeAsync(person, Bare(code))).Succeeded ? "recovery code" : null;
    }

    private static async Task<bool> TakeTimedAsync(PersonManager manager, PersonRow person, string code, DateTimeOffset now)
    {
        if (await manager.GetAuthenticatorKeyAsync(person) is not { } key) return false;
        if (!new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(now.UtcDateTime, Bare(code), out var step, Window) || step <= person.LastStep) return false;
        person.LastStep = step;
        return true;
    }

    private static async Task<IReadOnlyList<string>> NewCodesAsync(PersonManager manager, PersonRow person) =>
        [.. (await manager.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodes) ?? []).Select(code => string.Join('-', code.Chunk(4).Select(part => new string(part))))];

    private static string Bare(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private void Note(DeskContext desk, PersonRow person, Actor by, string? before, string after) =>
        desk.Audit.Add(AuditRow.Of(new AuditEntry(time.GetUtcNow(), by.Name, "person.second-step", person.Email!, before, after, by.Address)));

    private Task<T> ChangeAsync<T>(Guid id, Func<PersonManager, PersonRow, DeskContext, Task<T>> change, CancellationToken cancellationToken) => store.WriteAsync(async desk =>
    {
        using var manager = new PersonManager(desk, time, seal);
        return await change(manager, await desk.People.SingleAsync(row => row.Id == id, cancellationToken), desk);
    }, cancellationToken);
}
