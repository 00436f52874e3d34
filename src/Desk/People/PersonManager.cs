using System.Security.Cryptography;
using Listening.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Listening.Desk.People;

/// <summary>Identity's rules over one transaction of ours, on a clock that can be tested.</summary>
internal sealed class PersonManager(DeskContext desk, TimeProvider time, ISeal seal) : UserManager<PersonRow>(
    new PersonStore(desk, seal), Microsoft.Extensions.Options.Options.Create(PeopleRules.Identity()), Hasher, [new UserValidator<PersonRow>()], [new PasswordValidator<PersonRow>()],
    new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), null!, NullLogger<UserManager<PersonRow>>.Instance)
{
    // Without letters and digits that are read as others: 16 of 32 are 80 bits, so that a plain hash of them is enough.
    private const string CodeLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    // OWASP's figure for PBKDF2 with SHA-512 (Password Storage Cheat Sheet).
    private const int Iterations = 210_000;

    /// <summary>How passwords are hashed.</summary>
    public static PasswordHasher<PersonRow> Hasher { get; } = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    /// <inheritdoc/>
    public override Task<bool> IsLockedOutAsync(PersonRow user) => Task.FromResult(user.LockoutEnd > time.GetUtcNow());

    /// <inheritdoc/>
    public override async Task<IdentityResult> AccessFailedAsync(PersonRow user)
    {
        user.AccessFailedCount++;
        if (user.AccessFailedCount >= PeopleRules.FailuresUntilRest) (user.AccessFailedCount, user.LockoutEnd) = (0, time.GetUtcNow() + PeopleRules.Rest);
        return await UpdateAsync(user);
    }

    /// <summary>Sets a password that keeps the rules. Throws <see cref="PersonRefusedException"/>.</summary>
    public async Task SetPasswordAsync(PersonRow person, string password)
    {
        if (password.Length > PeopleRules.LongestPassword) throw new PersonRefusedException($"A password has at most {PeopleRules.LongestPassword} characters.");
        if (PeopleRules.Normal(password) == person.NormalizedEmail) throw new PersonRefusedException("A password is not the e-mail address.");
        PeopleRules.Demand(await UpdatePasswordHash(person, password, validatePassword: true));
    }

    /// <inheritdoc/>
    protected override string CreateTwoFactorRecoveryCode() => RandomNumberGenerator.GetString(CodeLetters, 16);
}
