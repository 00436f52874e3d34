using System.Security.Claims;
using Listening.Access;

namespace Listening.Web.Security;

/// <summary>Who sends a request, as the audit log names them.</summary>
public static class Acting
{
    /// <summary>Who was let in, and from which address. Nobody yet is <c>stranger</c>.</summary>
    public static Actor Actor(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return new(NameOf(http.User), http.RemoteAddress());
    }

    /// <summary>The address of the other side; null when it comes through the socket.</summary>
    public static string? RemoteAddress(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var address = http.Connection.RemoteIpAddress;
        return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString();
    }

    /// <summary>An entry of what this request changes.</summary>
    public static AuditEntry Entry(this HttpContext http, TimeProvider time, string action, string subject, string? before = null, string? after = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        var (actor, address) = http.Actor();
        return new(time.GetUtcNow(), actor, action, subject, before, after, address);
    }

    private static string NameOf(ClaimsPrincipal user) => user.Identity?.AuthenticationType switch
    {
        Schemes.Bearer => $"key {user.Identity.Name}",
        Schemes.Local => Access.Actor.Terminal.Name,
        Schemes.Session => user.FindFirst(ClaimTypes.Email)?.Value ?? "link",
        _ => "stranger",
    };
}
