namespace Listening.Measuring;

/// <summary>Counts what came in after somebody looked.</summary>
public interface ILatePosts
{
    /// <summary>Public posts about a brand (null: all posts) of a period that were first seen after <paramref name="since"/>.</summary>
    Task<long> CountAsync(string? brand, DateTimeOffset from, DateTimeOffset to, DateTimeOffset since, CancellationToken cancellationToken);
}
