using Listening.Measuring;
using Listening.Metrics.Searching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Metrics;

/// <summary>Adds the metrics and the search.</summary>
public static class MetricsRegistration
{
    /// <summary>
    /// Adds <see cref="IMetrics"/> and <see cref="IPostSearch"/>. They want an <see cref="Storing.IFactReader"/>, a
    /// <see cref="Brands.CurrentRegistry"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddListeningMetrics(this IServiceCollection services)
    {
        services.TryAddSingleton(new MetricRules());
        services.AddSingleton<IMetrics, Metrics>();
        services.AddSingleton<IPostSearch, PostSearch>();
        return services;
    }
}
