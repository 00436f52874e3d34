using Listening.Access;
using Listening.Desk.People;
using Listening.Web.OpenId;
using Listening.Web.Security;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Health;

/// <summary>How the running server is set up, with the settings that it has: a command beside it may see others in its environment.</summary>
public static class DoctorEndpoint
{
    /// <summary>Maps <c>/admin/doctor</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapDoctor(this RouteGroupBuilder api)
    {
        api.MapGet("/admin/doctor", LookAsync).RequireAuthorization(Scopes.Admin).WithTags("Admin")
            .WithSummary("What is missing or unsafe in how the server is set up and runs, each with what to do about it.");
        return api;
    }

    private static async Task<Ok<HealthView>> LookAsync(
        HealthLook health, IConfiguration configuration, DataDirectory data, IServer server, Staff staff, SignInDoors doors, ISecretKeeper keeper, ISecretReader reader, TimeProvider time, CancellationToken cancellationToken)
    {
        var running = await health.LookAsync(cancellationToken);
        var urls = string.Join(';', (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Where(address => !address.StartsWith("http://unix:", StringComparison.Ordinal)));
        var checks = (running.Checks ?? []).Select(check => check with { Name = $"server:{check.Name}" }).ToList();
        checks.AddRange(SetupChecks.Look(configuration, data, urls, time));
        checks.Add(MachineChecks.Named("secrets", await SecretChecks.LookAsync(keeper, reader, cancellationToken)));
        checks.Add(MachineChecks.Named("admin", await AccessChecks.AdminAsync(staff, cancellationToken)));
        checks.Add(MachineChecks.Named("sign-in", await AccessChecks.SignInAsync(doors, time, cancellationToken)));
        return TypedResults.Ok(HealthView.Of(checks));
    }
}
