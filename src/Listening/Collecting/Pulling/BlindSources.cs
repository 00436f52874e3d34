using Listening.Measuring;

namespace Listening.Collecting.Pulling;

/// <summary>
/// The configured sources that do not show answers under their settings. A name counts as blind only where no configured source of that name sees more. What comes by import
/// or over the API has no configured source and is believed to be whole.
/// </summary>
public sealed class BlindSources(ISourceList sources, SourceOpening opening, TimeProvider time) : IUnseenAnswers
{
    private readonly SourceNames names = new(sources, time, source => opening.Find(source.Kind)?.Declaration.SightOf(source.Values).Replies == false);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken) => names.ReadAsync(cancellationToken);
}
