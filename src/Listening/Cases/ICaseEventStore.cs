namespace Listening.Cases;

/// <summary>Keeps what agents did to cases beside the posts.</summary>
public interface ICaseEventStore
{
    /// <summary>Keeps them; when it returns they survive the process. An event that is kept already changes nothing.</summary>
    Task AppendAsync(IReadOnlyList<OutgoingCaseEvent> events, CancellationToken cancellationToken);
}
