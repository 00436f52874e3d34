using Listening.Web.Hosting;

namespace Listening.Web.OpenId;

/// <summary>Section <c>SignIn</c>: by which doors people come in. The machine's own one-time link is always one.</summary>
/// <param name="Passwords">Whether an address with a password is one; <c>SignIn:Passwords</c>.</param>
/// <param name="Provider">A provider of single sign-on; null when there is none.</param>
public sealed record SignInDoors(bool Passwords, OpenIdSettings? Provider)
{
    /// <summary>Reads the section. Throws <see cref="SettingException"/>.</summary>
    public static SignInDoors Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var provider = OpenIdSettings.Read(configuration);
        var passwords = configuration["SignIn:Passwords"] switch
        {
            null or "" => true,
            var text => bool.TryParse(text, out var said) ? said : throw new SettingException("SignIn:Passwords", $"'{text}' is neither true nor false"),
        };
        return passwords || provider is not null
            ? new(passwords, provider)
            : throw new SettingException("SignIn:Passwords", "false leaves no door: set SignIn:OpenId:Authority, or let people sign in with passwords");
    }
}
