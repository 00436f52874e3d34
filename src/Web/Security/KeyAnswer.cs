using Listening.Access;

namespace Listening.Web.Security;

/// <summary>What <c>POST /api/v1/admin/keys</c> answers: the only time the secret is seen.</summary>
public sealed record KeyAnswer(string Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset Created, string Secret)
{
    /// <summary>From a key just made.</summary>
    public static KeyAnswer Of(NewApiKey made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return new(made.Key.Id, made.Key.Name, made.Key.Scopes, made.Key.Created, made.Secret);
    }

    /// <summary>Without the secret, so that no log line can carry it.</summary>
    public override string ToString() => $"{nameof(KeyAnswer)} {Id}";
}
