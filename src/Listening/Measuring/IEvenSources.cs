namespace Listening.Measuring;

/// <summary>Knows which sources are searched for every registered brand alike: only there one brand's share of the talk means something.</summary>
public interface IEvenSources
{
    /// <summary>Names of these sources as posts bear them.</summary>
    ValueTask<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken);
}
