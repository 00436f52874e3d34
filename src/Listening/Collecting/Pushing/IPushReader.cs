namespace Listening.Collecting.Pushing;

/// <summary>A reader whose source also sends posts by itself, over HTTP and signed.</summary>
public interface IPushReader
{
    /// <summary>Reads what was sent; <see cref="PushRefused"/> unless it is signed with the source's secret. What it says wrongly is among the rejected, and only cancellation is thrown.</summary>
    Task<PushAnswer> ReadAsync(PushedRequest request, CancellationToken cancellationToken);
}
