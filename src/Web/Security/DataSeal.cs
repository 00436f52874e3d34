using System.Security.Cryptography;
using Listening.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Listening.Web.Security;

/// <summary>Seals with Data Protection, whose keys lie outside of the relational store or are wrapped there.</summary>
public sealed class DataSeal(IDataProtectionProvider protection) : ISeal
{
    private readonly IDataProtector protector = protection.CreateProtector("Listening.People");

    /// <inheritdoc/>
    public string Close(string text) => protector.Protect(text);

    /// <inheritdoc/>
    public string Open(string closed)
    {
        try
        {
            return protector.Unprotect(closed);
        }
        catch (CryptographicException unknown)
        {
            throw new SecretUnreadableException("authenticator", unknown);
        }
    }
}
