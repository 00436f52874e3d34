namespace Listening.Measuring;

/// <summary>Knows of which sources the answers do not reach us: there nobody is unanswered, it is just not known.</summary>
public interface IUnseenAnswers
{
    /// <summary>Names of these sources as posts bear them.</summary>
    ValueTask<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken);
}
