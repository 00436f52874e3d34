namespace Listening.Access;

/// <summary>There is a key of this name already.</summary>
public sealed class ApiKeyNameTakenException(string name) : Exception($"There is a key named '{name}' already: revoke it first or choose another name.")
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
