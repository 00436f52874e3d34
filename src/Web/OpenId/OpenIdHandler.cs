using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Listening.Desk.People;
using Listening.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;

namespace Listening.Web.OpenId;

/// <summary>
/// OpenID Connect's code flow with PKCE, state and nonce, on the framework's own OAuth handler: it adds discovery, the id_token and userinfo, and ends in
/// a session of ours.
/// </summary>
public sealed class OpenIdHandler(
    OpenIdSettings settings, OpenIdMetadata metadata, IdTokenCheck check, ProviderSignIns signIns, IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    private const string Nonce = "nonce";
    private const long LargestAnswer = 256 * 1024;

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // The same for every request while the provider stays where it is.
        Options.AuthorizationEndpoint = (await metadata.ReadAsync(Context.RequestAborted)).AuthorizationEndpoint;
        properties.Items[Nonce] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        await base.HandleChallengeAsync(properties);
    }

    /// <inheritdoc/>
    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        string.Create(CultureInfo.InvariantCulture, $"{base.BuildChallengeUrl(properties, redirectUri)}&nonce={properties.Items[Nonce]}");

    /// <inheritdoc/>
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        Options.TokenEndpoint = (await metadata.ReadAsync(Context.RequestAborted)).TokenEndpoint;
        return await base.ExchangeCodeAsync(context);
    }

    /// <inheritdoc/>
    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var raw = tokens.Response!.RootElement.TryGetProperty("id_token", out var text) ? text.GetString() : null;
        var token = await check.ReadAsync(raw, properties.Items.TryGetValue(Nonce, out var nonce) ? nonce : null, Context.RequestAborted);
        var more = ProviderClaims.Suffices(token, settings) ? default : await AskMoreAsync(token, tokens.AccessToken);
        var session = await signIns.SignInAsync(
            new ProviderClaims(token, more).Person(settings), properties.Items.TryGetValue(OpenIdRegistration.Invitation, out var invitation) ? invitation : null, SignInEndpoints.Opening(Context), Context.RequestAborted);
        return new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(OpenIdRegistration.SessionClaim, session)], Scheme.Name)), properties, Scheme.Name);
    }

    private async Task<JsonElement> AskMoreAsync(JsonElement token, string? accessToken)
    {
        if ((await metadata.ReadAsync(Context.RequestAborted)).UserInfoEndpoint is not { Length: > 0 } address || accessToken is null) return default;
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", accessToken) } };
        using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
        if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "application/json" || answer.Content.Headers.ContentLength > LargestAnswer) return default;
        var told = (await answer.Content.ReadFromJsonAsync<JsonElement>(Context.RequestAborted)).Clone();
        // Userinfo is not signed: it counts only for whom the token names (OpenID Connect Core 1.0, 5.3.2).
        return told.ValueKind == JsonValueKind.Object && told.TryGetProperty("sub", out var sub) && sub.ValueKind == JsonValueKind.String
            && sub.GetString() == token.GetProperty("sub").GetString() ? told : throw new OpenIdRefusedException("The provider's answer cannot be believed.", null);
    }
}
