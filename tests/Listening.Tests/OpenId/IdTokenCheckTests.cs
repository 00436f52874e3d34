using System.Security.Cryptography;
using System.Text.Json;
using Listening.Web.OpenId;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Listening.Tests.OpenId;

/// <summary>Which id_tokens are believed. A provider of ours says what a hostile one would.</summary>
public sealed class IdTokenCheckTests : IAsyncLifetime
{
    private const string Nonce = "the-nonce";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Now);
    private readonly ECDsa mine = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<JsonWebKey> published = [];
    private WebApplication app = null!;
    private string issuer = "";
    private string? claimed;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        published.Add(Public(mine, "mine"));
        var builder = WebApplication.CreateSlimBuilder();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = claimed ?? issuer, authorization_endpoint = $"{issuer}/auth", token_endpoint = $"{issuer}/token", jwks_uri = $"{issuer}/jwks",
        }));
        app.MapGet("/jwks", () => Results.Text(JsonSerializer.Serialize(new
        {
            keys = published.Select(key => new { kty = key.Kty, kid = key.Kid, crv = key.Crv, x = key.X, y = key.Y, use = "sig", alg = "ES256" }),
        }), "application/json"));
        await app.StartAsync(Cancelled);
        issuer = app.Urls.First();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        mine.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task A_token_of_the_provider_for_us_of_now_is_believed()
    {
        var claims = await ReadAsync(Token());
        Assert.Equal("amy", claims.GetProperty("sub").GetString());
    }

    [Theory]
    [InlineData("another nonce")]
    [InlineData("no nonce")]
    [InlineData("another audience")]
    [InlineData("another issuer")]
    [InlineData("another party")]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("without end")]
    [InlineData("another key")]
    [InlineData("unsigned")]
    [InlineData("signed with the client's secret")]
    [InlineData("nobody")]
    [InlineData("none")]
    public async Task Any_other_is_refused(string which)
    {
        var token = which switch
        {
            "another nonce" => Token(("nonce", "of-yesterday")),
            "no nonce" => Token(("nonce", null)),
            "another audience" => Token(("aud", "somebody-else")),
            "another issuer" => Token(("iss", "https://attacker.example")),
            "another party" => Token(("aud", new[] { "listening", "somebody-else" }), ("azp", "somebody-else")),
            "expired" => Token(("exp", Now.AddSeconds(-61).ToUnixTimeSeconds())),
            "not yet" => Token(("nbf", Now.AddSeconds(61).ToUnixTimeSeconds())),
            "without end" => Token(("exp", null)),
            "another key" => Signed(Claims(), new SigningCredentials(new ECDsaSecurityKey(other) { KeyId = "mine" }, "ES256")),
            "unsigned" => $"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{Base64UrlEncoder.Encode(JsonSerializer.Serialize(Claims()))}.",
            "signed with the client's secret" => Signed(Claims(), new SigningCredentials(new SymmetricSecurityKey(new byte[32]), "HS256")),
            "nobody" => Token(("sub", null)),
            _ => null,
        };
        await Assert.ThrowsAsync<OpenIdRefusedException>(() => ReadAsync(token));
    }

    [Fact]
    public async Task A_minute_of_difference_between_clocks_is_borne()
    {
        await ReadAsync(Token(("exp", Now.AddSeconds(-59).ToUnixTimeSeconds())));
        await ReadAsync(Token(("nbf", Now.AddSeconds(59).ToUnixTimeSeconds())));
    }

    [Fact]
    public async Task A_provider_that_calls_itself_another_is_refused()
    {
        claimed = "https://attacker.example";
        var refused = await Assert.ThrowsAsync<OpenIdRefusedException>(() => ReadAsync(Token(("iss", claimed))));
        Assert.Equal("The provider of single sign-on is not the one that the settings name.", refused.Message);
    }

    [Fact]
    public async Task A_key_that_the_provider_began_to_use_after_we_asked_is_asked_for()
    {
        var check = Check();
        await check.ReadAsync(Token(), Nonce, Cancelled);
        published.Add(Public(other, "new"));
        var claims = await check.ReadAsync(Signed(Claims(), new SigningCredentials(new ECDsaSecurityKey(other) { KeyId = "new" }, "ES256")), Nonce, Cancelled);
        Assert.Equal("amy", claims.GetProperty("sub").GetString());
    }

    [Theory]
    [InlineData("""{"iss":"i","sub":"s","email":"a@b","realm_access":{"roles":["x","board"]}}""", "realm_access.roles", "Executive")]
    [InlineData("""{"iss":"i","sub":"s","email":"a@b","groups":"BOARD"}""", "groups", "Executive")]
    [InlineData("""{"iss":"i","sub":"s","email":"a@b","https://acme.example/roles":["desk"]}""", "https://acme.example/roles", "Agent")]
    [InlineData("""{"iss":"i","sub":"s","email":"a@b","groups":["desk","board"]}""", "groups", "Executive")]
    [InlineData("""{"iss":"i","sub":"s","email":"a@b","groups":["board"],"email_verified":"true"}""", "groups", "Executive")]
    public void Roles_are_found_where_the_setting_says(string claims, string where, string expected)
    {
        var settings = Settings([new("SignIn:OpenId:RoleClaim", where), new("SignIn:OpenId:Roles:board", "executive"), new("SignIn:OpenId:Roles:desk", "agent")]);
        var person = new ProviderClaims(JsonDocument.Parse(claims).RootElement, default).Person(settings);
        Assert.Equal((expected, claims.Contains("email_verified", StringComparison.Ordinal)), (person.Role.ToString(), person.EmailVerified));
    }

    private Task<JsonElement> ReadAsync(string? token) => Check().ReadAsync(token, Nonce, Cancelled);

    private IdTokenCheck Check()
    {
        var settings = Settings([]);
        return new(settings, new OpenIdMetadata(settings, time), time);
    }

    private OpenIdSettings Settings(IEnumerable<KeyValuePair<string, string?>> more) => OpenIdSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([new("SignIn:OpenId:Authority", issuer.Length > 0 ? issuer : "https://login.example"), new("SignIn:OpenId:ClientId", "listening"), .. more]).Build())!;

    private Dictionary<string, object?> Claims(params (string Name, object? Value)[] changes)
    {
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = issuer, ["aud"] = "listening", ["sub"] = "amy", ["nonce"] = Nonce, ["iat"] = Now.ToUnixTimeSeconds(), ["exp"] = Now.AddMinutes(5).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in changes) claims[name] = value;
        return claims.Where(claim => claim.Value is not null).ToDictionary();
    }

    private string Token(params (string Name, object? Value)[] changes) => Signed(Claims(changes), new SigningCredentials(new ECDsaSecurityKey(mine) { KeyId = "mine" }, "ES256"));

    private static string Signed(Dictionary<string, object?> claims, SigningCredentials credentials) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(JsonSerializer.Serialize(claims), credentials);

    private static JsonWebKey Public(ECDsa key, string id)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new JsonWebKey { Kty = "EC", Kid = id, Crv = "P-256", X = Base64UrlEncoder.Encode(point.X), Y = Base64UrlEncoder.Encode(point.Y) };
    }
}
