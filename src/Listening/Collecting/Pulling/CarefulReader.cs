namespace Listening.Collecting.Pulling;

/// <summary>
/// Turns a connector's own fault into a failure, so that one that stumbles over outside text stops nothing else. Of the exception its type and place are told, never its
/// message: there may be text or a credential in it.
/// </summary>
internal sealed class CarefulReader(ISourceReader reader, Action<string> report) : ISourceReader
{
    public IReadOnlyList<SourceStream> Streams => reader.Streams;

    public async Task<PageAnswer> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(request, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            report($"{fault.GetType().FullName}\n{fault.StackTrace}");
            return new PageFailure(FailureKind.Unreadable, $"the connector could not read the answer ({fault.GetType().Name})");
        }
    }
}
