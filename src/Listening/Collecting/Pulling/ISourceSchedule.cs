namespace Listening.Collecting.Pulling;

/// <summary>When sources are pulled.</summary>
public interface ISourceSchedule
{
    /// <summary>Pulls it as often as it says; not at all when it is paused, and no more when <paramref name="source"/> is gone from the list.</summary>
    Task SetAsync(Guid source, CancellationToken cancellationToken);

    /// <summary>Pulls it as soon as there is a hand free, whatever the schedule says; only a source's own limit still holds.</summary>
    Task RunNowAsync(Guid source, CancellationToken cancellationToken);
}
