namespace Listening.Measuring;

/// <summary>Sources of which it is known beforehand that they bring every brand alike: those of a simulated world.</summary>
public sealed class NamedEvenSources(IReadOnlyList<string> names) : IEvenSources
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken) => ValueTask.FromResult(names);
}
