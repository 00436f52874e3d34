using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Listening.Web.OpenId;

/// <summary>What the provider says of itself: its addresses and the keys it signs with, asked again when they are old or a key is unknown.</summary>
public sealed class OpenIdMetadata(OpenIdSettings settings, TimeProvider time)
{
    private static readonly TimeSpan BetweenAsking = TimeSpan.FromMinutes(1);

    private ConfigurationManager<OpenIdConnectConfiguration> manager = Fresh(settings);
    private DateTimeOffset asked;

    /// <summary>
    /// As it stands. Throws <see cref="OpenIdRefusedException"/> when the provider does not answer, or calls itself another issuer than the settings: then
    /// another could vouch for its people (OpenID Connect Discovery 1.0, 4.3).
    /// </summary>
    public async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancellationToken)
    {
        OpenIdConnectConfiguration found;
        try
        {
            found = await Volatile.Read(ref manager).GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException absent)
        {
            throw new OpenIdRefusedException("The provider of single sign-on does not answer.", absent);
        }

        return found.Issuer?.TrimEnd('/') == settings.Authority.ToString().TrimEnd('/')
            ? found
            : throw new OpenIdRefusedException("The provider of single sign-on is not the one that the settings name.", null);
    }

    /// <summary>
    /// Where somebody who signed out here can sign out at the provider too, and comes back to <paramref name="back"/>; null when the provider names no such
    /// address or does not answer (OpenID Connect RP-Initiated Logout 1.0, 2). No id_token is kept for it: the provider asks the person instead.
    /// </summary>
    public async Task<Uri?> SignOutAsync(Uri back, CancellationToken cancellationToken)
    {
        try
        {
            var provider = await ReadAsync(cancellationToken);
            if (!Uri.TryCreate(provider.EndSessionEndpoint, UriKind.Absolute, out var end) || (end.Scheme != Uri.UriSchemeHttps && end.Scheme != settings.Authority.Scheme)) return null;
            var query = $"client_id={Uri.EscapeDataString(settings.ClientId)}&post_logout_redirect_uri={Uri.EscapeDataString(back.ToString())}";
            return new UriBuilder(end) { Query = end.Query.Length > 1 ? $"{end.Query[1..]}&{query}" : query }.Uri;
        }
        catch (OpenIdRefusedException)
        {
            return null;
        }
    }

    /// <summary>The provider may have changed its keys: it is asked again by the next <see cref="ReadAsync"/>, at most once a minute.</summary>
    public void AskAgain()
    {
        if (time.GetUtcNow() - asked < BetweenAsking) return;
        asked = time.GetUtcNow();
        // The framework's own refresh would happen behind this sign-in, which would fail.
        Volatile.Write(ref manager, Fresh(settings));
    }

    private static ConfigurationManager<OpenIdConnectConfiguration> Fresh(OpenIdSettings settings) => new(
        settings.Authority.ToString().TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = settings.Authority.Scheme == Uri.UriSchemeHttps });
}
