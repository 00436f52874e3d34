using Listening.Desk.People;
using Listening.Web.OpenId;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>Whether somebody keeps this Listening, and whether the doors that people come in by work.</summary>
public static class AccessChecks
{
    /// <summary>Whether the first admin is there.</summary>
    public static async Task<HealthCheckResult> AdminAsync(Staff staff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(staff);
        return await staff.HasAdminAsync(cancellationToken)
            ? Finding.Well("Somebody is admin.")
            : Finding.Warning("Nobody is admin yet: whoever opens the next link of this machine becomes it.", "Run 'listening link' and open the link that it prints.");
    }

    /// <summary>Whether the provider of single sign-on answers and is the one that the settings name.</summary>
    public static async Task<HealthCheckResult> SignInAsync(SignInDoors doors, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(doors);
        if (doors.Provider is null) return Finding.Well("People sign in with passwords; 'listening link' opens the door when one is lost.");
        try
        {
            await new OpenIdMetadata(doors.Provider, time).ReadAsync(cancellationToken);
            return doors.Provider.Roles.Count > 0
                ? Finding.Well($"{doors.Provider.Authority} answers; it says who may come in and as what.")
                : Finding.Well($"{doors.Provider.Authority} answers; who may come in is said here, by invitation.");
        }
        catch (OpenIdRefusedException refused)
        {
            return Finding.Failed($"{refused.Message} ({doors.Provider.Authority})", "Look whether this machine reaches it, and whether SignIn:OpenId:Authority is its issuer; until then 'listening link' opens the door.");
        }
    }
}
