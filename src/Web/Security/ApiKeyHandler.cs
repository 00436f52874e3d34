using System.Text.Encodings.Web;
using Listening.Desk.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>Knows a program by its key: <c>Authorization: Bearer lk_…</c>.</summary>
public sealed class ApiKeyHandler(
    KnownKeys keys, FailedAttempts failures, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : VisitorHandler(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var text = ApiKeyText.Read(header[Prefix.Length..].Trim());

        // A key known to be good is heard even where a neighbour behind the same address fails.
        if (text is null || !keys.Knows(text.Value.Id)) Wait = failures.Wait(Context.Connection.RemoteIpAddress);
        if (Wait is not null) return AuthenticateResult.Fail("too many failures from this address");
        if (text is null) return Failed("not in the form of a key");

        var key = await keys.FindAsync(text.Value.Id, Context.RequestAborted);
        if (key is null || !Secret.Matches(key.Hash, Secret.Hash(text.Value.Secret))) return Failed("no such key");
        if (key.Revoked is not null) return Failed($"key {key.Id} is revoked");
        await keys.NoteUseAsync(key, Context.RequestAborted);
        return Known(key.Name, key.Scopes.Split(','));
    }

    private AuthenticateResult Failed(string reason)
    {
        // The failure that spends the last permit is still answered 401, the next one 429.
        Wait = failures.Wait(Context.Connection.RemoteIpAddress);
        failures.Note(Context.Connection.RemoteIpAddress);
        return AuthenticateResult.Fail(reason);
    }
}
