namespace Listening.Measuring;

/// <summary>Looks for accounts that the registry seems to lack: as long as they do, people whom they answered are shown as waiting.</summary>
public interface IUnregisteredAccounts
{
    /// <summary>
    /// Accounts whose handle or name holds a registered brand's name or handle and who answered three people or more that began to wait for a registered brand in the ninety days before the
    /// newest post, with as many posts; those who answered most people first, ten at the most.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<UnregisteredAccount>> FindAsync(CancellationToken cancellationToken);
}
