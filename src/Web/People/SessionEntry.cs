using Listening.Desk.Access;

namespace Listening.Web.People;

/// <summary>A browser that is signed in.</summary>
/// <param name="Id">Names it; it opens nothing.</param>
/// <param name="Current">Whether it is the one that asks.</param>
/// <param name="Created">Since when.</param>
/// <param name="LastSeen">When it was last used, some minutes behind.</param>
/// <param name="Expires">When it ends by itself.</param>
/// <param name="Address">The address it was opened from.</param>
/// <param name="Browser">What the browser said it is.</param>
public sealed record SessionEntry(string Id, bool Current, DateTimeOffset Created, DateTimeOffset? LastSeen, DateTimeOffset Expires, string? Address, string? Browser)
{
    /// <summary>Of a session; <paramref name="current"/> is the hash of the one that asks.</summary>
    public static SessionEntry Of(SessionRow row, ReadOnlySpan<byte> current)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(IdOf(row), current.SequenceEqual(row.Hash), row.Created, row.LastSeen, row.Expires, row.Address, row.Browser);
    }

    /// <summary>The first half of the hash: enough to name a session, and nothing to open one with.</summary>
    public static string IdOf(SessionRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Convert.ToHexStringLower(row.Hash, 0, 16);
    }
}
