using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Projecting;
using Listening.Storing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Desk;

/// <summary>Puts the relational store into a program.</summary>
public static class DeskRegistration
{
    /// <summary>The relational store in the SQLite file at <paramref name="sqlitePath"/>; it migrates when the host starts.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, string sqlitePath)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => DeskStore.Sqlite(sqlitePath));
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<IApiKeys>(provider => provider.GetRequiredService<ApiKeys>());
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<IProjectorLease, ProjectorLease>();
        services.AddHostedService<DeskMigration>();
        return services;
    }
}
