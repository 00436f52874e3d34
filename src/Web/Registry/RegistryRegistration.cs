using Listening.Brands;
using Listening.Web.Measuring;

namespace Listening.Web.Registry;

/// <summary>Puts the registry's reading and setting into a server.</summary>
public static class RegistryRegistration
{
    /// <summary>Needs a <see cref="CurrentRegistry"/> and the relational store in the container.</summary>
    public static IServiceCollection AddRegistry(this IServiceCollection services, RegistryContent configured) => services
        .AddSingleton(new ConfiguredRegistry(configured))
        .AddSingleton<RegistryDesk>()
        // Each request asks anew: the zone may be another one by then.
        .AddTransient(provider => ReportingTime.Of(provider.GetRequiredService<CurrentRegistry>()))
        .AddHostedService<RegistryWatch>();
}
