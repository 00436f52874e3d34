using System.Security.Cryptography;
using System.Text;
using Listening.Access;
using Listening.Desk.Secrets;
using Microsoft.AspNetCore.DataProtection;

namespace Listening.Web.Secrets;

/// <summary>Protects secrets with the key ring before they reach the relational store, and opens them for what uses them.</summary>
public sealed class SecretKeeper(ProtectedSecrets rows, IDataProtectionProvider protection) : ISecretKeeper, ISecretReader
{
    /// <inheritdoc/>
    public Task SetAsync(string name, string value, Actor by, CancellationToken cancellationToken)
    {
        if (SecretRules.Fault(name, value) is { } fault) throw new ArgumentException(fault);
        return rows.SetAsync(name, Protector(name).Protect(Encoding.UTF8.GetBytes(value)), by, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string name, Actor by, CancellationToken cancellationToken) =>
        SecretRules.Fault(name, "any") is null ? rows.RemoveAsync(name, by, cancellationToken) : Task.FromResult(false);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NamedSecret>> ListAsync(CancellationToken cancellationToken) => rows.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(name, cancellationToken) is not { } kept) return null;
        try
        {
            return Encoding.UTF8.GetString(Protector(name).Unprotect(kept));
        }
        catch (CryptographicException unknown)
        {
            throw new SecretUnreadableException(name, unknown);
        }
    }

    // The name is part of the purpose: a row put under another name does not open.
    private IDataProtector Protector(string name) => protection.CreateProtector("Listening.Secrets", name);
}
