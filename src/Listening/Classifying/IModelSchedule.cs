namespace Listening.Classifying;

/// <summary>Starts in the background what takes long.</summary>
public interface IModelSchedule
{
    /// <summary>Sorts stored posts again; those posted before <paramref name="from"/> keep their labels.</summary>
    Task SortAgainAsync(DateTimeOffset? from, CancellationToken cancellationToken);

    /// <summary>Trains now from what was corrected.</summary>
    Task TrainAsync(CancellationToken cancellationToken);
}
