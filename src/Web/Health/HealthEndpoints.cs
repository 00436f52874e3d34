using System.Net;
using Listening.Web.Json;
using Listening.Web.Proxying;
using Listening.Web.Security;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Whether the process lives, and whether it can serve.</summary>
public static class HealthEndpoints
{
    /// <summary>The checks and what looks at them.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<DeskHealth>("desk").AddCheck<ProjectingHealth>("projecting").AddCheck<DiskHealth>("disk")
            .AddCheck<SchemaHealth>("schema").AddCheck<ClockHealth>("clock").AddCheck<ProxyHealth>("proxy");
        // The scheduler's check too.
        services.AddOptions<HealthCheckServiceOptions>().PostConfigure<TimeProvider>((options, time) =>
        {
            foreach (var check in options.Registrations)
            {
                var asked = check.Factory;
                check.Factory = provider => new InTime(asked(provider), time);
            }
        });
        // One for good: it remembers where the clock stood.
        return services.AddSingleton<ClockHealth>().AddSingleton<HealthLook>().AddHostedService<HealthWatch>();
    }

    /// <summary>
    /// Maps <c>/healthz</c> (alive) and <c>/readyz</c>: 200 when it can serve, 503 when not. Everybody may know that much; what is wrong is told to a key or
    /// session with scope <c>telemetry</c> and to this machine itself, unless a proxy is named, or says that it asks for somebody else.
    /// </summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapGet("/readyz", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
        return endpoints;
    }

    private static async Task ReadyAsync(HttpContext http, HealthLook health, ProxySettings proxy, CancellationToken cancellationToken)
    {
        var view = await health.LookAsync(cancellationToken);
        http.Response.StatusCode = view.Status == "unready" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(MayKnow(http, proxy) ? view : view with { Checks = null }, ApiJson.Options, cancellationToken);
    }

    private static bool MayKnow(HttpContext http, ProxySettings proxy) =>
        http.User.Has(Scopes.Telemetry)
        || (!proxy.Forwarding && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !ForwardedRequest.IsClaimed(http.Request));
}
