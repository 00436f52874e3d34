using System.Security.Claims;
using Listening.Collecting;
using Listening.Storing;

namespace Listening.Web.Security;

/// <summary>What somebody may see of what is stored: public posts, or internal ones too.</summary>
/// <param name="Internal">Internal posts too.</param>
public readonly record struct Sight(bool Internal)
{
    /// <summary>What <paramref name="user"/>'s scopes allow.</summary>
    public static Sight Of(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return new(user.HasClaim("scope", Scopes.ReadInternal) || user.HasClaim("scope", Scopes.Admin));
    }

    /// <summary>Whether the post may be shown.</summary>
    public bool Sees(StoredPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Sees(post.Audience);
    }

    /// <summary>Whether a post of this audience may be shown.</summary>
    public bool Sees(Audience audience) => Internal || audience == Audience.Public;
}
