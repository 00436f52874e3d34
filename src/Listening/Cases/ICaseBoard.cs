namespace Listening.Cases;

/// <summary>Hears from the projector what became of waits.</summary>
public interface ICaseBoard
{
    /// <summary>Makes cases of what waits and is young, and brings those that exist up to date. The same told twice changes nothing.</summary>
    Task TellAsync(IReadOnlyList<ToldCase> told, CancellationToken cancellationToken);
}
