namespace Listening.Store.Posts;

/// <summary>A version that is stored now.</summary>
/// <param name="Version">The version.</param>
/// <param name="FirstSeen">When its post was first seen.</param>
/// <param name="IsFirst">No version of its post was stored before.</param>
internal readonly record struct NewVersion(PostVersion Version, DateTimeOffset FirstSeen, bool IsFirst);
