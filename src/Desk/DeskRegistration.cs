using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.Auditing;
using Listening.Desk.Brands;
using Listening.Desk.People;
using Listening.Desk.Projecting;
using Listening.Desk.Secrets;
using Listening.Storing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Desk;

/// <summary>Puts the relational store into a program.</summary>
public static class DeskRegistration
{
    /// <summary>Everything over <paramref name="store"/>, which is migrated already; the program closes it when it ends. People need an <see cref="ISeal"/>.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskStore store)
    {
        services.TryAddSingleton(TimeProvider.System);
        // A factory, so that the container disposes it.
        services.AddSingleton(_ => store);
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<IApiKeys>(provider => provider.GetRequiredService<ApiKeys>());
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Staff>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<IInvitations>(provider => provider.GetRequiredService<Invitations>());
        services.AddSingleton<Joining>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SecondSteps>();
        services.AddSingleton<RegistryVersions>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        services.AddSingleton<ProtectedSecrets>();
        services.AddSingleton<IProjectorLease, ProjectorLease>();
        return services;
    }
}
