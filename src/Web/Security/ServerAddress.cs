using Listening.Web.Hosting;
using Listening.Web.Proxying;
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

    /// <summary>Where people reach the server that answers this request: as they asked for it, or, for a command, as the settings say.</summary>
    public static Uri Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.IsLocal()
            ? Of(context.RequestServices)
            : new Uri($"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase.ToUriComponent()}/");
    }

    /// <summary>Setting <c>Proxy:PublicAddress</c>, else where the server listens.</summary>
    public static Uri Of(IServiceProvider services) =>
        services.GetRequiredService<ProxySettings>().PublicAddress ?? Of(services.GetRequiredService<IServer>());

    /// <summary>The sign-in link of a token; <paramref name="server"/> ends in <c>/</c>.</summary>
    public static Uri SignIn(Uri server, string token) => new(server, $"sign-in?token={Uri.EscapeDataString(token)}");

    /// <summary>The link of an invitation's token; <paramref name="server"/> ends in <c>/</c>.</summary>
    public static Uri Join(Uri server, string token) => new(server, $"join?token={Uri.EscapeDataString(token)}");
}
