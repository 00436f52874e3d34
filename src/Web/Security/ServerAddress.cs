using Listening.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Listening.Web.Security;

/// <summary>Where people reach this server.</summary>
public static class ServerAddress
{
    /// <summary>The first address the running server listens on that a browser can open; what <c>serve</c> takes when nothing is said before it has started.</summary>
    public static Uri Of(IServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(each => !each.StartsWith("http://unix:", StringComparison.Ordinal)) ?? ServeOptions.DefaultUrls;
        foreach (var every in (string[])["0.0.0.0", "[::]", "*", "+"])
            address = address.Replace($"//{every}:", "//localhost:", StringComparison.Ordinal);
        return new Uri(address);
    }

    /// <summary>The link of an invitation's token.</summary>
    public static Uri Join(Uri server, string token) => new(server, $"/join?token={Uri.EscapeDataString(token)}");

    /// <summary>Where the sender of this request reaches the server: the terminal by the server's own address, a browser by the one it used.</summary>
    public static Uri For(HttpContext http, IServer server)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.IsLocal() ? Of(server) : new Uri($"{http.Request.Scheme}://{http.Request.Host}");
    }

    /// <summary>The sign-in link of a token.</summary>
    public static Uri SignIn(Uri server, string token) => new(server, $"/sign-in?token={Uri.EscapeDataString(token)}");
}
