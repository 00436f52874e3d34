namespace Listening.Measuring;

/// <summary>Tells what is known of somebody who writes in public.</summary>
public interface IAuthorHistories
{
    /// <summary>What they wrote, under all of these accounts together, and how it went with <paramref name="brand"/>. Deleted posts and reposts count nowhere.</summary>
    /// <param name="accounts">Source and author's id there; at least one.</param>
    /// <param name="brand">A brand of ours.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<AuthorHistory> ReadAsync(IReadOnlyList<(string Source, string Author)> accounts, string brand, CancellationToken cancellationToken);
}
