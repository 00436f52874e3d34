using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Listening.Web.Security;

/// <summary>Where people reach this server.</summary>
public static class ServerAddress
{
    /// <summary>Where <c>serve</c> listens when nothing else is said: this machine alone.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The first address the running server listens on that a browser can open; <see cref="Default"/> before it has started.</summary>
    public static Uri Of(IServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(each => !each.StartsWith("http://unix:", StringComparison.Ordinal)) ?? Default;
        foreach (var every in (string[])["0.0.0.0", "[::]", "*", "+"])
            address = address.Replace($"//{every}:", "//localhost:", StringComparison.Ordinal);
        return new Uri(address);
    }

    /// <summary>The sign-in link of a token.</summary>
    public static Uri SignIn(Uri server, string token) => new(server, $"/sign-in?token={Uri.EscapeDataString(token)}");
}
