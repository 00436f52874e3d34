namespace Listening.Access;

/// <summary>Takes secrets in. None is ever given back to a person.</summary>
public interface ISecretKeeper
{
    /// <summary>Keeps <paramref name="value"/> under <paramref name="name"/>, in place of what was there; the audit log tells that, and never what.</summary>
    Task SetAsync(string name, string value, Actor by, CancellationToken cancellationToken);

    /// <summary>Forgets a secret; false when there is none of this name.</summary>
    Task<bool> RemoveAsync(string name, Actor by, CancellationToken cancellationToken);

    /// <summary>Which there are, by name.</summary>
    Task<IReadOnlyList<NamedSecret>> ListAsync(CancellationToken cancellationToken);
}
