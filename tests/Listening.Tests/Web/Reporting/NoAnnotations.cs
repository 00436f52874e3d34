using Listening.Reporting;

namespace Listening.Tests.Web.Reporting;

/// <summary>Nobody wrote anything.</summary>
internal sealed class NoAnnotations : IAnnotations
{
    public Task<IReadOnlyList<Annotation>> ListAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Annotation>>([]);

    public Task AddAsync(Annotation annotation, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Annotation?> RemoveAsync(Guid id, CancellationToken cancellationToken) => throw new NotSupportedException();
}
