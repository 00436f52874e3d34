using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Listening.Web.OpenId;

/// <summary>Decides whether an id_token is the provider's, for us, of now and of this very sign-in: OpenID Connect Core 1.0, 3.1.3.7.</summary>
public sealed class IdTokenCheck(OpenIdSettings settings, OpenIdMetadata metadata, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    // Signed with a key of the provider's: never unsigned, and never with the secret that we both have.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>The token's claims. Throws <see cref="OpenIdRefusedException"/>.</summary>
    public async Task<JsonElement> ReadAsync(string? token, string? nonce, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token)) throw Refused("there is no id_token");
        var result = await ValidateAsync(token, await metadata.ReadAsync(cancellationToken));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            metadata.AskAgain();
            result = await ValidateAsync(token, await metadata.ReadAsync(cancellationToken));
        }

        if (!result.IsValid) throw new OpenIdRefusedException(Words, result.Exception);
        var claims = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(((JsonWebToken)result.SecurityToken).EncodedPayload)).RootElement;
        if (nonce is null || Text(claims, "nonce") is not { } told || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(told), Encoding.UTF8.GetBytes(nonce)))
            throw Refused("its nonce is another sign-in's");
        if (Text(claims, "azp") is { } party && party != settings.ClientId) throw Refused("it was issued to another party");
        if (Text(claims, "sub") is not { Length: > 0 and <= 255 }) throw Refused("it names nobody");
        return claims;
    }

    private const string Words = "The provider's answer cannot be believed.";

    private async Task<TokenValidationResult> ValidateAsync(string token, OpenIdConnectConfiguration provider) =>
        await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = settings.ClientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            LifetimeValidator = (begins, ends, _, _) => IsNow(begins, ends),
        });

    private bool IsNow(DateTime? begins, DateTime? ends)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return ends is { } end && now - Skew < end && (begins is not { } begin || now + Skew >= begin);
    }

    private static OpenIdRefusedException Refused(string why) => new(Words, new SecurityTokenValidationException(why));

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
