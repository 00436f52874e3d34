using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Listening.Web.Hosting;

/// <summary>Whether the process lives, and whether it can serve.</summary>
public static class HealthEndpoints
{
    /// <summary>Maps <c>/healthz</c> (alive) and <c>/readyz</c> (store, keys and scheduler answer); both say nothing else and ask for no key.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/readyz").AllowAnonymous();
        return endpoints;
    }
}
