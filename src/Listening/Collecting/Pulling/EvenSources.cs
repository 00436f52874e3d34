using Listening.Measuring;

namespace Listening.Collecting.Pulling;

/// <summary>
/// The configured sources that ask for every registered brand in the same way under their settings. A name is even only where every configured source of that name is. What
/// comes by import or over the API was chosen by somebody, and nobody knows how.
/// </summary>
public sealed class EvenSources(ISourceList sources, SourceOpening opening, TimeProvider time) : IEvenSources
{
    private readonly SourceNames names = new(sources, time, source => opening.Find(source.Kind)?.Declaration.AsksForAllBrandsAlike?.Invoke(source.Values) ?? false);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken) => names.ReadAsync(cancellationToken);
}
