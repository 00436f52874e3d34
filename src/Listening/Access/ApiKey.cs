namespace Listening.Access;

/// <summary>A key with which a program speaks to Listening, as its list shows it: everything but the secret.</summary>
/// <param name="Id">The part of the key that may be seen.</param>
/// <param name="Name">What it is for; unique among the keys that are not revoked.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Created">When it was made.</param>
/// <param name="LastUsed">When it was last used, some minutes behind; null when never.</param>
/// <param name="Revoked">When it stopped being good; null while it is.</param>
public sealed record ApiKey(
    string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset Created, DateTimeOffset? LastUsed, DateTimeOffset? Revoked);
