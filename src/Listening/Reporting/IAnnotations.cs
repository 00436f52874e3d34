namespace Listening.Reporting;

/// <summary>Keeps what people write at dates.</summary>
public interface IAnnotations
{
    /// <summary>Those of some days, both inclusive, by date.</summary>
    Task<IReadOnlyList<Annotation>> ListAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>Keeps one.</summary>
    Task AddAsync(Annotation annotation, CancellationToken cancellationToken);

    /// <summary>Takes one away and gives it; null when there is none of this id.</summary>
    Task<Annotation?> RemoveAsync(Guid id, CancellationToken cancellationToken);
}
