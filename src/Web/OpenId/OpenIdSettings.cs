using Listening.Access;
using Listening.Web.Hosting;

namespace Listening.Web.OpenId;

/// <summary>Section <c>SignIn:OpenId</c>: a provider of single sign-on that speaks OpenID Connect.</summary>
public sealed record OpenIdSettings
{
    /// <summary>The section.</summary>
    public const string Section = "SignIn:OpenId";

    /// <summary>The provider's address, which is its issuer; discovery is below it.</summary>
    public required Uri Authority { get; init; }

    /// <summary>As whom the provider knows Listening.</summary>
    public required string ClientId { get; init; }

    /// <summary>What stands on the button.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Which claim says what somebody is; with dots where it stands deeper, such as <c>realm_access.roles</c>.</summary>
    public required string RoleClaim { get; init; }

    /// <summary>Which value of it makes which role; empty when claims do not decide that.</summary>
    public required IReadOnlyDictionary<string, Role> Roles { get; init; }

    /// <summary>What is asked for, beside <c>openid</c>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Whether an address counts as verified when the provider does not say so.</summary>
    public required bool TrustEmail { get; init; }

    /// <summary>Reads the section; null when no authority is set. Throws <see cref="SettingException"/>.</summary>
    public static OpenIdSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        if (section["Authority"] is not { Length: > 0 } authority) return null;
        return new()
        {
            Authority = Address(authority),
            ClientId = section["ClientId"] is { Length: > 0 } id ? id : throw new SettingException($"{Section}:ClientId", "the provider needs to know who asks"),
            DisplayName = section["DisplayName"] is { Length: > 0 } name ? name : "single sign-on",
            RoleClaim = section["RoleClaim"] is { Length: > 0 } claim ? claim : "roles",
            Roles = section.GetSection("Roles").GetChildren().ToDictionary(entry => entry.Key, entry => RoleOf(entry), StringComparer.Ordinal),
            Scopes = (section["Scopes"] ?? "email profile").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            TrustEmail = section.GetValue("TrustEmail", false),
        };
    }

    /// <summary>What the values of the claim make somebody: the role that may most of those named; null when none is.</summary>
    public Role? RoleOf(IEnumerable<string> values)
    {
        // Keys of settings are found without regard to case; the values of claims are compared so too.
        var named = values.Select(value => Roles.FirstOrDefault(entry => entry.Key.Equals(value, StringComparison.OrdinalIgnoreCase)))
            .Where(entry => entry.Key is not null).Select(entry => entry.Value).ToList();
        return named.Count == 0 ? null : named.MaxBy(Rank);
    }

    private static int Rank(Role role) => role switch { Role.Admin => 3, Role.Supervisor => 2, Role.Executive => 1, _ => 0 };

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingException($"{Section}:Authority", $"'{text}' is no https address. Example: https://login.example.com/realms/company");

    private static Role RoleOf(IConfigurationSection entry) =>
        Security.Roles.Read(entry.Value) ?? throw new SettingException(entry.Path, $"'{entry.Value}' is no role: choose among {Security.Roles.Names}");
}
