using Listening.Web.OpenId;
using Listening.Web.Proxying;
using Listening.Web.Telemetry;
using Listening.Access;
using Listening.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Web.Security;

/// <summary>Puts the door into the program: nothing is readable or writable without a key, a session or the local socket.</summary>
public static class SecurityRegistration
{
    /// <summary>
    /// Authentication, one policy a scope, and a fallback policy that demands <c>read</c> of every endpoint that says nothing. Reads section
    /// <c>Security</c>, <c>Proxy</c> and <c>AllowedHosts</c> (separated by <c>;</c>; names of this machine are allowed always and alone when it is absent, so that
    /// a foreign name that was made to point here opens nothing). Needs <c>AddDesk</c> and Data Protection.
    /// </summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SecurityOptions>().Bind(configuration.GetSection("Security"))
            .Validate(options => options.FailuresAllowed >= 1 && options.FailureWindow > TimeSpan.Zero && options.SessionLifetime > TimeSpan.Zero,
                "Security: FailuresAllowed is at least 1, FailureWindow and SessionLifetime are longer than nothing.")
            .ValidateOnStart();
        services.AddSingleton<KnownKeys>();
        services.AddSingleton<FailedAttempts>();
        services.AddSingleton<Admission>();
        services.TryAddSingleton<ISeal, DataSeal>();
        services.AddAntiforgery(FormToken.Configure);

        services.AddProxy(configuration);
        services.AddSingleton(SignInDoors.Read(configuration));

        // The host's line for a request has its query, and a sign-in link has its token there.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));

        // Data protection is AddSecrets' business: its default would write keys into the home directory.
        services.AddAuthenticationCore(options => options.DefaultScheme = Schemes.Choice);
        services.AddWebEncoders();
        new AuthenticationBuilder(services)
            .AddPolicyScheme(Schemes.Choice, null, choice => choice.ForwardDefaultSelector = Choose)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(Schemes.Bearer, null)
            .AddScheme<AuthenticationSchemeOptions, LocalHandler>(Schemes.Local, null)
            .AddScheme<AuthenticationSchemeOptions, TelemetryHandler>(Schemes.Telemetry, null)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(Schemes.Session, null);

        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in ScopeClaims.All) authorization.AddPolicy(scope, policy => Demand(policy, scope));
        authorization.AddPolicy(PersonClaims.Policy, policy => policy.RequireAssertion(context => context.User.PersonId() is not null));
        authorization.SetDefaultPolicy(Demand(new AuthorizationPolicyBuilder(), Scopes.Read).Build());
        authorization.SetFallbackPolicy(Demand(new AuthorizationPolicyBuilder(), Scopes.Read).Build());
        return services;
    }

    /// <summary>The door itself; before everything that answers, after what turns exceptions into answers.</summary>
    public static WebApplication UseSecurity(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseAuthentication();
        app.UseSameOrigin();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Signing in and out, joining, keys, links, people and what they changed.</summary>
    public static IEndpointRouteBuilder MapSecurity(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSignIn();
        endpoints.MapOpenId();
        endpoints.MapJoining();
        endpoints.MapAdmin();
        endpoints.MapPeople();
        endpoints.MapAudit();
        endpoints.MapAccount();
        return endpoints;
    }

    private static string Choose(HttpContext context) =>
        context.Request.Headers.ContainsKey("Authorization") ? Schemes.Bearer : context.IsLocal() ? Schemes.Local
        : context.Features.Get<TelemetryConnection>() is not null ? Schemes.Telemetry : Schemes.Session;

    private static AuthorizationPolicyBuilder Demand(AuthorizationPolicyBuilder policy, string scope) =>
        policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.Has(scope));
}
