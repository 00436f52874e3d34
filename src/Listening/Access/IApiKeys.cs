namespace Listening.Access;

/// <summary>The keys of programs: in the relational store, or behind a running server.</summary>
public interface IApiKeys
{
    /// <summary>Makes a key; its secret is in the answer and nowhere else. Throws <see cref="ApiKeyNameTakenException"/>.</summary>
    Task<NewApiKey> AddAsync(string name, IReadOnlyList<string> scopes, Actor by, CancellationToken cancellationToken);

    /// <summary>All keys, revoked ones too, oldest first.</summary>
    Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Ends the key of this name or id; false when there is none that is good. Counts everywhere within 5 s.</summary>
    Task<bool> RevokeAsync(string nameOrId, Actor by, CancellationToken cancellationToken);
}
