using Listening.Exporting;
using Listening.Measuring;
using Listening.Metrics.Authors;
using Listening.Metrics.Exporting;
using Listening.Metrics.Posts;
using Listening.Metrics.Searching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Metrics;

/// <summary>Adds the metrics and the search.</summary>
public static class MetricsRegistration
{
    /// <summary>
    /// Adds <see cref="IMetrics"/>, <see cref="IExports"/>, <see cref="IPostSearch"/>, <see cref="IAuthorHistories"/> and <see cref="IUnregisteredAccounts"/>. They want an <see cref="Storing.IFactReader"/>, a
    /// <see cref="Brands.CurrentRegistry"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddListeningMetrics(this IServiceCollection services)
    {
        services.TryAddSingleton(new MetricRules());
        services.AddSingleton<Metrics>();
        services.AddSingleton<IMetrics>(provider => provider.GetRequiredService<Metrics>());
        services.AddSingleton<IExports, Exports>();
        services.AddSingleton<IPostSearch, PostSearch>();
        services.AddSingleton<IFirstWeeks, FirstWeeks>();
        services.AddSingleton<ILatePosts, LatePosts>();
        services.AddSingleton<IAuthorHistories, AuthorHistories>();
        services.AddSingleton<IUnregisteredAccounts, UnregisteredAccounts>();
        return services;
    }
}
