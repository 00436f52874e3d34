using System.Text.Json;
using Listening.Desk.People;

namespace Listening.Web.OpenId;

/// <summary>What a provider tells of somebody, in the id_token or at its userinfo address.</summary>
/// <param name="Token">The claims of the id_token.</param>
/// <param name="More">Those of userinfo about the same subject; undefined when it was not asked.</param>
public sealed record ProviderClaims(JsonElement Token, JsonElement More)
{
    /// <summary>Whether the token alone says what is needed.</summary>
    public static bool Suffices(JsonElement token, OpenIdSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Find(token, "email") is not null && (settings.Roles.Count == 0 || Find(token, settings.RoleClaim) is not null);
    }

    /// <summary>As a person of ours. Throws <see cref="OpenIdRefusedException"/> when roles are claims' to give and none of theirs is one.</summary>
    public ProviderPerson Person(OpenIdSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var role = settings.RoleOf(Values(settings.RoleClaim));
        if (settings.Roles.Count > 0 && role is null)
            throw new OpenIdRefusedException("You have no part in Listening yet. Whoever keeps your company's accounts can give you one.", null);
        var (email, verified) = (Text("email"), Find("email_verified"));
        return new(
            Text("iss")!, Text("sub")!, Text("name") ?? Text("preferred_username") ?? email ?? Text("sub")!, email,
            // Some providers write it as a text.
            settings.TrustEmail || verified is { ValueKind: JsonValueKind.True } || (verified is { ValueKind: JsonValueKind.String } said && said.GetString() == "true"), role);
    }

    private string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value && value.GetString()?.Trim() is { Length: > 0 } text ? text : null;

    private List<string> Values(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString()!)],
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        _ => [],
    };

    private JsonElement? Find(string name) => Find(Token, name) ?? Find(More, name);

    // As it stands, else step by step at its dots.
    private static JsonElement? Find(JsonElement claims, string name)
    {
        if (claims.ValueKind != JsonValueKind.Object) return null;
        if (claims.TryGetProperty(name, out var whole)) return whole;
        var here = claims;
        foreach (var step in name.Split('.'))
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(step, out here)) return null;
        return here;
    }
}
