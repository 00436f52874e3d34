using Listening.Reporting;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Reporting;

/// <summary>What people wrote at dates.</summary>
public sealed class Annotations(DeskStore store) : IAnnotations
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Annotation>> ListAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) => store.ReadAsync<IReadOnlyList<Annotation>>(
        async desk => [.. (await desk.Annotations.Where(row => row.Date >= from && row.Date <= to).OrderBy(row => row.Date).ThenBy(row => row.At).ToListAsync(cancellationToken)).Select(Read)],
        cancellationToken);

    /// <inheritdoc/>
    public Task AddAsync(Annotation annotation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(annotation);
        var row = new AnnotationRow { Id = annotation.Id, Date = annotation.Date, Text = annotation.Text, By = annotation.By, At = annotation.At };
        return store.WriteAsync(desk => Task.FromResult(desk.Annotations.Add(row)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Annotation?> RemoveAsync(Guid id, CancellationToken cancellationToken) => store.WriteAsync(
        async desk =>
        {
            if (await desk.Annotations.FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row) return null;
            desk.Annotations.Remove(row);
            return Read(row);
        },
        cancellationToken);

    private static Annotation Read(AnnotationRow row) => new(row.Id, row.Date, row.Text, row.By, row.At);
}
