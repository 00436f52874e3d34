using Listening.Access;
using Microsoft.AspNetCore.Identity;

namespace Listening.Desk.People;

/// <summary>A person as the database and ASP.NET Core Identity have them; Identity writes into it, so it is no record.</summary>
public sealed class PersonRow : IdentityUser<Guid>
{
    /// <summary>As colleagues know them.</summary>
    public required string Name { get; set; }

    /// <summary>What they are here for.</summary>
    public required Role Role { get; set; }

    /// <summary>When they joined.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When they last signed in.</summary>
    public DateTimeOffset? LastSignIn { get; set; }

    /// <summary>Since when they may not come in.</summary>
    public DateTimeOffset? Disabled { get; set; }

    /// <summary>The 30 s of the last code that was taken, so that none is taken twice (RFC 6238, 5.2).</summary>
    public long LastStep { get; set; }

    /// <summary>As a list shows them at <paramref name="now"/>.</summary>
    public Person Shown(DateTimeOffset now) =>
        new(Id, Name, Email!, Role, TwoFactorEnabled, Created, LastSignIn, Disabled, LockoutEnd > now ? LockoutEnd : null);
}
