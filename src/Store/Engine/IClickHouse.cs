using Listening.Storing;

namespace Listening.Store.Engine;

/// <summary>
/// ClickHouse, wherever it runs. Every failure is a <see cref="StoreQueryException"/> with ClickHouse's code; a cancelled call throws
/// <see cref="OperationCanceledException"/> and leaves nothing running.
/// </summary>
public interface IClickHouse : IAsyncDisposable
{
    /// <summary>Runs one statement that returns no rows (DDL, INSERT … SELECT, SET-free).</summary>
    Task ExecuteAsync(FactQuery statement, CancellationToken cancellationToken);

    /// <summary>Streams the rows of one SELECT as they come, in bounded memory.</summary>
    IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, CancellationToken cancellationToken);

    /// <summary>Inserts a block in Native format; all of its rows or none. <paramref name="table"/> may carry settings: <c>post_versions SETTINGS …</c>.</summary>
    Task InsertAsync(string table, NativeBlock block, CancellationToken cancellationToken);
}
