using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Listening.Web.Proxying;

/// <summary>Lets the program stand behind a reverse proxy.</summary>
public static class ProxyRegistration
{
    /// <summary>Reads section <c>Proxy</c> and <c>AllowedHosts</c>. Throws <see cref="Hosting.SettingException"/>.</summary>
    public static IServiceCollection AddProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ProxySettings.Read(configuration);
        var named = NamedHosts.Read(configuration, settings);
        services.AddSingleton(settings).AddSingleton(named).AddSingleton<ProxyWatch>();
        services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = [.. named.WithThisMachine]);
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // A path base that is set is not asked of the proxy: one that leaves the header as it came would let visitors choose it.
            forwarded.ForwardedHeaders = settings.PathBase.Length > 0 ? ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix : ForwardedHeaders.All;
            // Every hop is asked: the first that is not known is the visitor. Loopback is known by default, and is here only when it is named.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in settings.Known) forwarded.KnownIPNetworks.Add(network);
        });
        // Before the host's own filters: host names are checked as the visitor said them.
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, ProxyFilter>());
        return services;
    }
}
