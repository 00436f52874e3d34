using Listening.Access;
using Listening.Desk.Access;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Listening.Desk.People;

/// <summary>Identity's store over ours: recovery codes are kept as hashes, and the authenticator's key is sealed.</summary>
internal sealed class PersonStore(DeskContext desk, ISeal seal) : UserOnlyStore<PersonRow, DeskContext, Guid>(desk)
{
    // The names under which the base class keeps them.
    private const string Provider = "[AspNetUserStore]";
    private const string Codes = "RecoveryCodes";

    public override Task SetAuthenticatorKeyAsync(PersonRow user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, seal.Close(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(PersonRow user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { Length: > 0 } closed ? seal.Open(closed) : null;

    public override Task ReplaceCodesAsync(PersonRow user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(Hashed), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(PersonRow user, string code, CancellationToken cancellationToken)
    {
        var kept = (await GetTokenAsync(user, Provider, Codes, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var left = kept.Where(each => each != Hashed(code)).ToList();
        // The base's, because what is left is hashed already.
        if (left.Count < kept.Length) await base.ReplaceCodesAsync(user, left, cancellationToken);
        return left.Count < kept.Length;
    }

    private static string Hashed(string code) => Convert.ToHexString(Secret.Hash(code));
}
